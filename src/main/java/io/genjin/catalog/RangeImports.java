package io.genjin.catalog;

import io.genjin.shared.DealershipId;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the range sheets that were brought, as they came. */
@Repository
class RangeImports {

    private final JdbcClient jdbc;

    RangeImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DealershipId dealership, RangeImport sheet, byte[] content) {
        jdbc.sql("""
                        insert into range_import (dealership_id, id, file_name, content, uploaded_by, uploaded_at)
                        values (:dealership, :id, :name, :content, :by, :at)
                        """)
                .param("dealership", dealership.value())
                .param("id", sheet.id().value())
                .param("name", sheet.fileName())
                .param("content", content)
                .param("by", sheet.uploadedBy().value())
                .param("at", Moments.bound(sheet.uploadedAt()))
                .update();
    }

    RangeImport get(DealershipId dealership, RangeImportId id) {
        return one(dealership, id, "");
    }

    /** Reads a sheet to be taken over, holding it until the transaction ends. */
    RangeImport getForUpdate(DealershipId dealership, RangeImportId id) {
        return one(dealership, id, "for update");
    }

    private RangeImport one(DealershipId dealership, RangeImportId id, String lock) {
        return jdbc.sql("""
                        select id, file_name, uploaded_by, uploaded_at, applied_by, applied_at
                          from range_import
                         where dealership_id = :dealership
                           and id = :id
                           %s
                        """.formatted(lock))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new NothingHere(id));
    }

    private static RangeImport read(ResultSet row) throws SQLException {
        UUID appliedBy = row.getObject("applied_by", UUID.class);
        return new RangeImport(
                new RangeImportId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                new StaffId(row.getObject("uploaded_by", UUID.class)),
                Moments.read(row, "uploaded_at"),
                appliedBy == null ? null : new StaffId(appliedBy),
                Moments.readOrNull(row, "applied_at"));
    }

    byte[] content(DealershipId dealership, RangeImportId id) {
        return jdbc.sql("select content from range_import where dealership_id = :dealership and id = :id")
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> row.getBytes("content"))
                .single();
    }

    void applied(DealershipId dealership, RangeImportId id, StaffId by, Instant at) {
        jdbc.sql("""
                        update range_import
                           set applied_by = :by, applied_at = :at
                         where dealership_id = :dealership
                           and id = :id
                        """)
                .param("dealership", dealership.value())
                .param("id", id.value())
                .param("by", by.value())
                .param("at", Moments.bound(at))
                .update();
    }
}
