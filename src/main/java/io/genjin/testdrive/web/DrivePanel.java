package io.genjin.testdrive.web;

import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.testdrive.DriveFile;

/** The test drives on a customer's page. */
public record DrivePanel(DriveFile.OfCustomer file, People people, Fields form, boolean asPart) {

    public String here() {
        return "/prospects/" + file.customer().id();
    }
}
