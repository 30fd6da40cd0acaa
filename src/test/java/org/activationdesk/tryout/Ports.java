package org.activationdesk.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the desk and the servers around it listen. */
record Ports(int desk, int signIn, int smtp, int imap) {

    static Ports usual() {
        return new Ports(8080, 9000, 3025, 3143);
    }

    static Ports free() {
        // All four are held before one is given back, so that they differ.
        try (ServerSocket desk = new ServerSocket(0);
                ServerSocket signIn = new ServerSocket(0);
                ServerSocket smtp = new ServerSocket(0);
                ServerSocket imap = new ServerSocket(0)) {
            return new Ports(desk.getLocalPort(), signIn.getLocalPort(), smtp.getLocalPort(), imap.getLocalPort());
        } catch (IOException noPorts) {
            throw new UncheckedIOException(noPorts);
        }
    }

    String deskUrl() {
        return "http://localhost:" + desk;
    }

    void requireFree() {
        List<Integer> taken =
                Stream.of(desk, signIn, smtp, imap).filter(Ports::isTaken).toList();
        if (!taken.isEmpty()) {
            throw new CannotStart(sentence(taken));
        }
    }

    private static String sentence(List<Integer> taken) {
        String numbers = taken.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (taken.size() == 1 ? "Port " + numbers + " is" : "Ports " + numbers + " are")
                + " in use, so the try-out desk cannot start:"
                + " stop the program that listens there (another try-out desk?) and start again.";
    }

    private static boolean isTaken(int port) {
        // Some systems let the wildcard address be bound although a program listens on the loopback address.
        return cannotListen(port, null) || cannotListen(port, InetAddress.getLoopbackAddress());
    }

    private static boolean cannotListen(int port, InetAddress address) {
        try (ServerSocket socket = new ServerSocket(port, 1, address)) {
            return !socket.isBound();
        } catch (IOException inUse) {
            return true;
        }
    }
}
