package io.genjin.review;

import io.genjin.ratio.Course;
import io.genjin.ratio.Course.Compared;
import io.genjin.ratio.Days;
import io.genjin.ratio.History;
import io.genjin.ratio.Past;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The month of a review beside its four pasts (4.5) as it stood when the review was opened: the five targets, and of the dealership
 * every ratio of which there was anything to tell.
 *
 * @param days    of the month until the end of the week looked back at
 * @param began   the day on which the dealership began to write its journal
 * @param elapsed their selling days
 * @param selling the selling days of the pasts that have the same days
 * @param closed  why it was closed in one of the two years and not in the same measure in the other
 */
public record FrozenHistory(
        Days days,
        @Nullable LocalDate began,
        int elapsed,
        Map<Past, Integer> selling,
        Set<String> closed,
        List<Course> courses) {

    public FrozenHistory {
        courses = List.copyOf(courses);
    }

    static FrozenHistory of(History.Report report) {
        return new FrozenHistory(
                report.days(),
                report.began(),
                report.elapsed(),
                report.selling(),
                report.closed(),
                report.courses().stream()
                        .filter(course -> course.measure().ratio() == null || isTold(course))
                        .map(course -> new Course(course.measure(), course.now(), course.beside(), List.of()))
                        .toList());
    }

    private static boolean isTold(Course course) {
        return course.now() != null && course.now().value() != null
                || Arrays.stream(Past.values()).map(course::beside).anyMatch(FrozenHistory::isTold);
    }

    private static boolean isTold(@Nullable Compared one) {
        return one != null && one.value() != null;
    }

    /** The five targets. */
    public List<Course> five() {
        return courses.stream()
                .filter(course -> course.measure().ratio() == null)
                .toList();
    }

    public List<Course> ratios() {
        return courses.stream()
                .filter(course -> Objects.nonNull(course.measure().ratio()))
                .toList();
    }

    /** As the report of that moment, without the months behind it. */
    public History.Report report() {
        return new History.Report(days, days.until(), began, null, List.of(), elapsed, selling, closed, courses);
    }
}
