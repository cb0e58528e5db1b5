package io.genjin.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The page shown when the answer is no: its status, the sentence, the fields it is about, and what the person had typed, so
 * that no word is lost where there is no form to show again (S-R35).
 */
public record ProblemPage(int status, String sentence, List<Problems.Wrong> wrong, List<String> typed) {

    /** None that a form of another site could bring about: what that holds is not shown here. */
    private static final Set<Integer> OF_A_FORM = Set.of(404, 409, 412, 422, 429, 503);

    static List<String> typed(int status, HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !OF_A_FORM.contains(status)) {
            return List.of();
        }
        try {
            return request.getParameterMap().entrySet().stream()
                    .flatMap(field -> Typed.words(field.getKey(), Arrays.asList(field.getValue())))
                    .distinct()
                    .toList();
        } catch (IllegalStateException unreadable) {
            return List.of();
        }
    }
}
