package org.activationdesk.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Keeps bodies that come slowly, or never, from holding the desk. Tomcat limits only the pause between two pieces of a body
 * (<code>server.tomcat.connection-timeout</code>), so one byte at a time would hold a thread for days. Here a whole body has
 * 20 seconds, and 50 threads at most wait for one; all others go on with what is there. A valve and not a filter, as Tomcat
 * reads forms, and what nobody has read, by itself.
 */
class SlowBodies extends ValveBase {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_WAITING = 50;

    /** What is read of a body for which nobody has asked, so that the connection can serve the next request; in bytes. */
    private static final int MOST_UNASKED = 65_536;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    SlowBodies() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        InputBuffer plain = connection.getInputBuffer();
        TimedBody body = new TimedBody(plain);
        connection.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
        } finally {
            body.finish(connection);
            connection.setInputBuffer(plain);
        }
    }

    private class TimedBody implements InputBuffer {
        private final long begun = System.nanoTime();
        private final InputBuffer body;

        TimedBody(InputBuffer body) {
            this.body = body;
        }

        @Override
        public int available() {
            return body.available();
        }

        /** @throws IOException when the time is over, or too many wait already */
        @Override
        public int doRead(ApplicationBufferHandler target) throws IOException {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IOException("The body came too slowly");
            }
            if (body.available() > 0) {
                return body.doRead(target);
            }
            if (!waiting.tryAcquire()) {
                throw new IOException("Too many bodies are waited for");
            }
            try {
                return body.doRead(target);
            } finally {
                waiting.release();
            }
        }

        /** Closes the connection after the answer where the body has not come in whole. */
        void finish(org.apache.coyote.Request connection) {
            try {
                int unasked = 0;
                int read = 0;
                while (read >= 0 && unasked <= MOST_UNASKED && !connection.isFinished()) {
                    read = doRead(new Drain());
                    unasked += read;
                }
            } catch (IOException slow) {
                // Said by the connection that ends.
            }
            if (!connection.isFinished()) {
                connection.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    /** Takes what nobody wants. */
    private static class Drain implements ApplicationBufferHandler {
        private ByteBuffer buffer;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
