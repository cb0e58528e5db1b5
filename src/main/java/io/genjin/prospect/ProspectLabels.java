package io.genjin.prospect;

import io.genjin.shared.Conditions;
import io.genjin.staff.StaffMember;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lists of other modules may call a prospect: name and masked number, only of those that the reader may see. */
@Component
public class ProspectLabels {

    /** A prospect that the reader may open. */
    public record Label(ProspectId id, String customerName, String maskedMobile) {}

    private final JdbcClient jdbc;
    private final Prospects prospects;
    private final Access access;

    ProspectLabels(JdbcClient jdbc, Prospects prospects, Access access) {
        this.jdbc = jdbc;
        this.prospects = prospects;
        this.access = access;
    }

    /** By identity; a prospect that the reader may not see is missing (S-R22). */
    @Transactional(readOnly = true)
    public Map<UUID, Label> of(Collection<UUID> ids, StaffMember reader) {
        if (ids.isEmpty() || !access.seesAny(reader, "prospect.read")) {
            return Map.of();
        }
        Conditions where = Conditions.in(reader.dealership(), "dealership_id")
                .and("id in (:ids)")
                .with("ids", ids);
        if (!access.seesAll(reader, "prospect.read")) {
            where.and("owner_id in (:owners)").with("owners", access.ownersOf(reader));
        }
        return jdbc
                .sql("select id, customer_name, mobile_sealed from prospect where " + where.sql())
                .params(where.params())
                .query((row, number) -> {
                    ProspectId id = new ProspectId(row.getObject("id", UUID.class));
                    String mobile = prospects.masked(row.getBytes("mobile_sealed"), reader.dealership(), id);
                    return new Label(id, row.getString("customer_name"), mobile);
                })
                .list()
                .stream()
                .collect(Collectors.toMap(label -> label.id().value(), Function.identity()));
    }
}
