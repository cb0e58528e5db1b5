package io.genjin.staff.web;

import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screen;
import io.genjin.staff.ApiTokens;
import io.genjin.staff.PasswordPreset;
import io.genjin.staff.Sessions;
import io.genjin.staff.SignInHistory;
import io.genjin.staff.StaffMember;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people see and decide about their own account.
 *
 * @param issued a token just made; only this answer shows it
 */
public record AccountPage(
        StaffMember me,
        List<Sessions.Listed> sessions,
        List<ApiTokens.Listed> tokens,
        List<SignInHistory.Row> history,
        ApiTokens.@Nullable Issued issued,
        @Nullable String notice,
        Fields passwordForm,
        Fields tokenForm,
        Fields emailForm,
        PasswordPreset preset,
        boolean secondFactor) {

    /** How many days a token may be made to live, in words of the page. */
    public static final List<Integer> TOKEN_DAYS = List.of(7, 30, 90, 365);

    public boolean hasOtherSessions() {
        return sessions.stream().anyMatch(session -> !session.current());
    }

    /** A token as addresses name it: by its hash, since the token itself is not known any more. */
    public static String nameOf(ApiTokens.Listed token) {
        return HexFormat.of().formatHex(token.hash());
    }

    public static Map<String, String> days(Screen s) {
        Map<String, String> days = new LinkedHashMap<>();
        TOKEN_DAYS.forEach(number -> days.put(String.valueOf(number), s.t("time.days", number)));
        return days;
    }
}
