package io.genjin.vault;

import java.nio.file.Path;

/** The key file cannot be read or written, so nothing may start: without it no telephone number can be opened or stored. */
public class KeysUnusable extends RuntimeException {

    KeysUnusable(Path file, Throwable cause) {
        super("the key file " + file + " cannot be used: " + cause.getMessage(), cause);
    }
}
