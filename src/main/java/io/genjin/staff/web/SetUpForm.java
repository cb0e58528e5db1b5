package io.genjin.staff.web;

import io.genjin.shared.FieldsRefused;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the first set-up asks for. */
record SetUpForm(
        String code,
        String dealershipCode,
        String dealershipName,
        String region,
        String zone,
        String name,
        String username,
        String password) {

    static final SetUpForm EMPTY = new SetUpForm("", "", "", "", "Asia/Shanghai", "", "", "");

    private static final int LONGEST = 60;

    /** A field that was not sent is an empty one. */
    SetUpForm {
        code = Objects.requireNonNullElse(code, "");
        dealershipCode = Objects.requireNonNullElse(dealershipCode, "");
        dealershipName = Objects.requireNonNullElse(dealershipName, "");
        region = Objects.requireNonNullElse(region, "");
        zone = Objects.requireNonNullElse(zone, "");
        name = Objects.requireNonNullElse(name, "");
        username = Objects.requireNonNullElse(username, "");
        password = Objects.requireNonNullElse(password, "");
    }

    /**
     * The form with its texts cleaned.
     *
     * @throws FieldsRefused naming every field that breaks its rule
     */
    SetUpForm checked() {
        List<Field> wrong = new ArrayList<>();
        String cleanName = required(name, "name", wrong);
        String cleanDealership = required(dealershipName, "dealershipName", wrong);
        String cleanRegion = PlainText.line(region, LONGEST, "region", wrong);
        required(code, "code", wrong);
        if (password.isBlank()) {
            wrong.add(Field.of("password", "field.required"));
        }
        match(dealershipCode, "[A-Z0-9-]{2,16}", "dealershipCode", "setUp.code.invalid", wrong);
        match(username, "[a-z][a-z0-9._-]{1,39}", "username", "setUp.username.invalid", wrong);
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            wrong.add(Field.of("zone", "setUp.zone.invalid"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused(wrong);
        }
        return new SetUpForm(
                code,
                dealershipCode,
                cleanDealership,
                cleanRegion == null ? "" : cleanRegion,
                zone,
                cleanName,
                username,
                password);
    }

    private static String required(String value, String field, List<Field> wrong) {
        String clean = PlainText.line(value, LONGEST, field, wrong);
        if (clean == null || clean.isBlank()) {
            wrong.add(Field.of(field, "field.required"));
            return "";
        }
        return clean;
    }

    private static void match(String value, String pattern, String field, String key, List<Field> wrong) {
        if (!value.matches(pattern)) {
            wrong.add(Field.of(field, value.isBlank() ? "field.required" : key));
        }
    }

    @Override
    public String toString() {
        return "SetUpForm[" + dealershipCode + "]";
    }
}
