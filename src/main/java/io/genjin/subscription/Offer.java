package io.genjin.subscription;

import io.genjin.staff.Rights;
import io.genjin.staff.StaffMember;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The pages that can be had by e-mail; what a reader may not open is not offered to them. */
@Component
public class Offer {

    private final List<Subscribable> pages;
    private final Map<String, Subscribable> byCode;
    private final Rights rights;

    Offer(List<Subscribable> pages, Rights rights) {
        this.pages = pages.stream()
                .sorted(Comparator.comparingInt(Subscribable::position))
                .toList();
        this.byCode = pages.stream().collect(Collectors.toMap(Subscribable::code, Function.identity()));
        this.rights = rights;
    }

    public List<String> to(StaffMember reader) {
        return pages.stream()
                .filter(page -> rights.allows(reader, page.operation()))
                .map(Subscribable::code)
                .toList();
    }

    /** The page, if the reader may open it. */
    Optional<Subscribable> page(String code, StaffMember reader) {
        return Optional.ofNullable(byCode.get(code)).filter(page -> rights.allows(reader, page.operation()));
    }
}
