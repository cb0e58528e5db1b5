package io.genjin.presentation.web;

import io.genjin.presentation.PresentationFile;
import io.genjin.prospect.web.People;

/**
 * What was shown to a customer, on their page.
 *
 * @param asPart whether it is loaded into the card; otherwise it is a page of its own
 */
public record PresentationPanel(PresentationFile.Opened file, People people, boolean asPart) {

    public String here() {
        return "/prospects/" + file.prospect().id() + "/presentations";
    }
}
