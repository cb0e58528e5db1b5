package io.genjin.coselling;

import io.genjin.prospect.KnowsOrigins;
import io.genjin.prospect.Source;
import io.genjin.staff.StaffMember;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Offers the partners in use to the opening form. */
@Component
class ActiveCoSellers implements KnowsOrigins {

    private static final int MOST = 30;

    private final CoSellers coSellers;

    ActiveCoSellers(CoSellers coSellers) {
        this.coSellers = coSellers;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Origin> origins(StaffMember reader) {
        return coSellers.all(reader.dealership()).stream()
                .filter(CoSeller::isActive)
                .limit(MOST)
                .map(one -> new Origin(Source.CO_SELLING, one.name()))
                .toList();
    }
}
