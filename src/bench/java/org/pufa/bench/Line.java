package org.pufa.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One keep-alive connection in a closed loop: it asks again as soon as its reply is complete. */
final class Line {

    private final SocketChannel channel;
    private final Script script;
    private final ByteBuffer out = ByteBuffer.allocateDirect(8 * 1024);
    private final Reply reply = new Reply();
    private long askedAt;
    private boolean asking;
    private boolean completed;

    private Line(SocketChannel channel, Script script) {
        this.channel = channel;
        this.script = script;
    }

    /** Connects to 127.0.0.1, and to nowhere else. */
    static Line open(Selector selector, int port, Script script) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var line = new Line(channel, script);
        channel.register(selector, SelectionKey.OP_READ, line);
        return line;
    }

    /** Sends the next request. @return false when the script has none left */
    boolean ask() throws IOException {
        out.clear();
        if (!script.next(out)) {
            return false;
        }
        out.flip();
        askedAt = System.nanoTime();
        asking = true;
        while (out.hasRemaining()) {
            // a request is far smaller than the socket's buffer, which is empty: practically always at once
            channel.write(out);
        }
        return true;
    }

    /** Reads what has come. @return the reply once all of it is there, else null */
    Reply read() throws IOException {
        if (channel.read(reply.room()) < 0) {
            throw new IOException("the server hung up");
        }
        if (!asking || !reply.isComplete()) {
            return null;
        }
        asking = false;
        completed = script.replied(reply);
        return reply;
    }

    /** Nanoseconds since the request was sent. */
    long waited(long now) {
        return now - askedAt;
    }

    /** Whether the last reply completed what the script is about. */
    boolean hasCompleted() {
        return completed;
    }

    boolean isAsking() {
        return asking;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // it is gone, which is what was wanted
        }
    }
}
