package org.activationdesk.tryout.signin;

import org.springframework.security.crypto.password.PasswordEncoder;

/** The console prints every password of the try-out; hashing them would only cost time. */
final class PlainPasswords implements PasswordEncoder {
    @Override
    public String encode(CharSequence password) {
        return password.toString();
    }

    @Override
    public boolean matches(CharSequence given, String known) {
        return known.contentEquals(given);
    }
}
