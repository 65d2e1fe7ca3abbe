package org.pufa.cli;

/** A command cannot do what was asked; the message is one sentence for whoever called it. */
final class CommandFailure extends RuntimeException {

    CommandFailure(String message) {
        super(message, null, false, false);
    }
}
