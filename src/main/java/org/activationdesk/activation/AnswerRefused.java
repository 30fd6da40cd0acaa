package org.activationdesk.activation;

/** An answer cannot be taken; its sentence is {@code refusal.<code>} in the message bundles. */
public class AnswerRefused extends RuntimeException {
    private final String code;
    private final transient Object[] arguments;

    public AnswerRefused(String code, Object... arguments) {
        super("The answer was refused: " + code);
        this.code = code;
        this.arguments = arguments;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
