package io.genjin.owner.web;

import io.genjin.owner.OwnerDetails;
import io.genjin.owner.OwnerFile;
import io.genjin.owner.Permission;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of an owner's file can be changed, as it was filled in. */
record OwnerForm(
        @Nullable Integer version,
        @Nullable String engineNo,
        @Nullable String plate,
        @Nullable LocalDate insuranceExpiry,
        @Nullable LocalDate firstServiceDue,
        @Nullable Integer firstServiceKm,
        @Nullable LocalDate inspectionDue,
        @Nullable LocalDate birthday,
        @Nullable String family,
        @Nullable String serviceAdvisor,
        @Nullable Set<Permission> permissions) {

    static OwnerForm of(OwnerFile file) {
        OwnerDetails now = file.details();
        return new OwnerForm(
                file.version(),
                now.engineNo(),
                now.plate(),
                now.insuranceExpiry(),
                now.firstServiceDue(),
                now.firstServiceKm(),
                now.inspectionDue(),
                now.birthday(),
                now.family(),
                now.serviceAdvisor(),
                now.permissions());
    }

    OwnerDetails details() {
        return new OwnerDetails(
                engineNo,
                plate,
                insuranceExpiry,
                firstServiceDue,
                firstServiceKm,
                inspectionDue,
                birthday,
                family,
                serviceAdvisor,
                permissions == null ? Set.of() : permissions);
    }
}
