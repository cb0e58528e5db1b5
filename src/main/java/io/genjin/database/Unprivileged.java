package io.genjin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. When Genjin was started as root, its programs run in a user namespace of their own,
 * where root has an ordinary number; where the machine forbids that, they run as the user {@code nobody}.
 */
final class Unprivileged {

    private static final String FALLBACK_USER = "nobody";

    private enum Way {
        AS_WE_ARE,
        NAMESPACE,
        OTHER_USER
    }

    private final Way way;

    Unprivileged() {
        this.way = choose();
    }

    private static Way choose() {
        if (!isRoot()) {
            return Way.AS_WE_ARE;
        }
        return succeeds(namespace(List.of("true"))) ? Way.NAMESPACE : Way.OTHER_USER;
    }

    /** The command as it must be started so that it does not run as root. */
    List<String> command(List<String> command) {
        return switch (way) {
            case AS_WE_ARE -> command;
            case NAMESPACE -> namespace(command);
            case OTHER_USER -> otherUser(command);
        };
    }

    /** Gives a directory and all in it to the user under whom the programs run. */
    void own(Path directory) throws IOException {
        if (way != Way.OTHER_USER) {
            return;
        }
        UserPrincipal user =
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(FALLBACK_USER);
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.toList()) {
                Files.setOwner(path, user);
            }
        }
    }

    private static List<String> namespace(List<String> command) {
        return joined(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000", "--"), command);
    }

    private static List<String> otherUser(List<String> command) {
        return joined(List.of("setpriv", "--reuid=" + FALLBACK_USER, "--clear-groups", "--"), command);
    }

    private static List<String> joined(List<String> before, List<String> command) {
        List<String> all = new ArrayList<>(before);
        all.addAll(command);
        return all;
    }

    private static boolean isRoot() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException | UnsupportedOperationException notOnThisSystem) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
