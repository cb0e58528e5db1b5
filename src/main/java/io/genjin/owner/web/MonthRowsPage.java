package io.genjin.owner.web;

import io.genjin.owner.CallbackType;
import io.genjin.owner.OwnerBook.CallRow;
import io.genjin.owner.OwnerFile;
import io.genjin.owner.OwnerMonth;
import io.genjin.prospect.web.People;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows behind one number of a month: calls of a kind, or cars delivered. */
public record MonthRowsPage(
        YearMonth month,
        @Nullable CallbackType type,
        OwnerMonth.@Nullable Part part,
        List<CallRow> calls,
        List<OwnerFile> delivered,
        People people) {}
