package io.genjin.testdrive.web;

import io.genjin.shared.web.Fields;
import io.genjin.testdrive.DriveFile;
import io.genjin.testdrive.Licence;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sheet that lies before the customer: the words, the licence, two signatures. */
public record SignPage(DriveFile.Opened opened, Fields form) {

    public String path() {
        return "/test-drives/" + opened.drive().id();
    }

    /** The classes of a licence, by their own names. */
    public static Map<String, String> classes() {
        Map<String, String> classes = new LinkedHashMap<>();
        for (Licence.LicenceClass one : Licence.LicenceClass.values()) {
            classes.put(one.name(), one.name());
        }
        return classes;
    }
}
