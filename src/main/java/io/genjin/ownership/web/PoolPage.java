package io.genjin.ownership.web;

import io.genjin.prospect.CardContent;
import io.genjin.prospect.PoolList;
import io.genjin.prospect.web.People;
import io.genjin.shared.Page;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;

/** The customers of the pool. */
public record PoolPage(Page<PoolList.Row> rows, People people, Fields form) {

    /** How a colleague may call the customer: 张先生, Ms 王, a company. */
    public static String called(PoolList.Row row, Screen s) {
        if (row.surname() == null) {
            return s.t("pool.company");
        }
        CardContent.Gender gender = row.gender() == null ? CardContent.Gender.UNKNOWN : row.gender();
        return s.t("pool.called." + gender, row.surname());
    }
}
