package org.pufa.staff;

import java.util.Objects;

/** An account that is to be made. */
record NewAccount(Username username, Post post) {

    NewAccount {
        Objects.requireNonNull(username);
        Objects.requireNonNull(post);
    }
}
