package io.genjin.defeat.web;

import io.genjin.defeat.CaseFile;
import io.genjin.prospect.Prospect;
import io.genjin.prospect.web.People;
import io.genjin.shared.web.Fields;
import io.genjin.staff.StaffMember;
import java.util.List;

/**
 * The sheet on which a manager decides after the analysis.
 *
 * @param others who could follow the customer instead
 */
public record CausePage(CaseFile.Opened file, Fields form, List<StaffMember> others, People people) {

    public Prospect prospect() {
        return file.prospect();
    }
}
