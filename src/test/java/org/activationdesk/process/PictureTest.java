package org.activationdesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The picture in the README is of the model that lies beside it. */
class PictureTest {
    private static final Path MODEL = Path.of("processes", ActivationModel.PROCESS + ".bpmn");
    private static final Path PICTURE = Path.of("docs", ActivationModel.PROCESS + ".svg");

    @Test
    void the_picture_was_drawn_from_this_model() throws IOException, GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(MODEL));
        assertThat(Files.readString(PICTURE))
                .as("%s is not of today's %s: run .ci/render", PICTURE, MODEL)
                .contains("sha256:" + HexFormat.of().formatHex(hash));
    }
}
