package io.genjin.subscription;

import io.genjin.board.Morning;
import io.genjin.board.MorningBoard;
import io.genjin.board.Week;
import io.genjin.board.WeekBoard;
import io.genjin.dealership.Dealerships;
import io.genjin.followup.Worklist;
import io.genjin.hlist.Coverage;
import io.genjin.hlist.HListBook;
import io.genjin.hlist.ListWeek;
import io.genjin.improvement.ActionList;
import io.genjin.review.ReviewBook;
import io.genjin.review.ReviewWeek;
import io.genjin.review.WeeklyReview;
import io.genjin.shared.Grade;
import io.genjin.shared.Page;
import io.genjin.staff.StaffMember;
import io.genjin.subscription.Digest.Cell;
import io.genjin.subscription.Digest.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What meetings are held with, as letters: the morning list, the boards, the weekly review, the week's lists, open improvement actions. */
@Configuration(proxyBeanMethods = false)
class MeetingsByMail {

    /** The newest weeks, among which the last one reviewed is looked for. */
    private static final int REVIEWS = 5;

    private static final List<String> COUNT = List.of("digest.count");

    private static Line count(String label, long number) {
        return Line.of(label, Cell.of(number));
    }

    @Bean
    static Subscribable worklistByMail(Worklist worklist, Dealerships dealerships) {
        return Subscribable.of("WORKLIST", "worklist.read", 30, (due, reader) -> {
            LocalDate day = dealerships.get(reader.dealership()).dayOf(due);
            List<Worklist.Item> items = worklist.of(day, null, reader);
            List<Line> lines = new ArrayList<>();
            lines.add(count("digest.owed", items.size()));
            lines.add(count(
                    "digest.overdue",
                    items.stream().filter(Worklist.Item::overdue).count()));
            for (Grade grade : Grade.values()) {
                lines.add(count(
                        "grade." + grade.name(),
                        items.stream()
                                .filter(item -> item.kind() == Worklist.ItemKind.FOLLOW_UP && item.grade() == grade)
                                .count()));
            }
            lines.add(count(
                    "digest.callbacks",
                    items.stream()
                            .filter(item -> item.kind() == Worklist.ItemKind.CALLBACK)
                            .count()));
            return new Digest(day, day, COUNT, lines, "/worklist?date=" + day);
        });
    }

    @Bean
    static Subscribable morningBoardByMail(MorningBoard boards) {
        return Subscribable.of("MORNING_BOARD", "board.read", 40, (due, reader) -> {
            Morning board = boards.read(reader);
            return new Digest(
                    board.day(),
                    board.day(),
                    COUNT,
                    List.of(
                            count(
                                    "digest.owed",
                                    board.lines().stream()
                                            .mapToInt(Morning.Line::owed)
                                            .sum()),
                            count("digest.overdue", board.overdue()),
                            count("digest.callbacks", board.callbacks()),
                            count("digest.appointments", board.appointments()),
                            count("digest.running", board.waiting()),
                            count("digest.expectedOrders", board.expectedOrders()),
                            count("digest.expectedDeliveries", board.expectedDeliveries()),
                            count("digest.cameOrders", board.cameToday().orders()),
                            count("digest.cameDeliveries", board.cameToday().deliveries())),
                    "/board/morning");
        });
    }

    @Bean
    static Subscribable weekBoardByMail(WeekBoard boards) {
        return Subscribable.of("WEEK_BOARD", "board.read", 50, (due, reader) -> {
            Week board = boards.read(null, reader);
            List<Line> lines = new ArrayList<>();
            for (Week.Compared one : board.figures()) {
                lines.add(Line.of("figure." + one.figure().name(), Cell.of(one.now()), Cell.of(one.before())));
            }
            lines.add(Line.of(
                    "digest.lists",
                    Cell.of(board.coverage().held(), board.coverage().expected()),
                    Cell.NOTHING));
            lines.add(Line.of("digest.talks", Cell.of(board.talks()), Cell.NOTHING));
            lines.add(Line.of("digest.actionsOpen", Cell.of(board.actions().size()), Cell.NOTHING));
            lines.add(Line.of("digest.actionsOverdue", Cell.of(board.overdueActions()), Cell.NOTHING));
            return new Digest(
                    board.from(),
                    board.until(),
                    List.of("digest.week", "digest.weekBefore"),
                    lines,
                    "/board/week?week=" + board.from());
        });
    }

    @Bean
    static Subscribable listsByMail(HListBook book, Dealerships dealerships) {
        return Subscribable.of("H_LIST", "hlist.read", 60, (due, reader) -> {
            ListWeek week = ListWeek.of(dealerships.get(reader.dealership()).dayOf(due));
            HListBook.Week now = book.read(week, null, reader);
            HListBook.Week before = book.read(week.previous(), null, reader);
            Coverage coverage = now.coverage();
            return new Digest(
                    week.monday(),
                    week.sunday(),
                    List.of("digest.thisWeek", "digest.lastWeek"),
                    List.of(
                            Line.of(
                                    "digest.lists",
                                    Cell.of(coverage.held(), coverage.expected()),
                                    Cell.of(
                                            before.coverage().held(),
                                            before.coverage().expected())),
                            Line.of(
                                    "digest.listed",
                                    Cell.of(now.rate().entries()),
                                    Cell.of(before.rate().entries())),
                            Line.of(
                                    "digest.hits",
                                    Cell.of(now.rate().ordered()),
                                    Cell.of(before.rate().ordered())),
                            Line.of(
                                    "digest.K27",
                                    Cell.percent(now.rate().ratio()),
                                    Cell.percent(before.rate().ratio()))),
                    "/h-list?week=" + week);
        });
    }

    @Bean
    static Subscribable actionsByMail(ActionList actions, Dealerships dealerships) {
        return Subscribable.of("IMPROVEMENT", "improvement.read", 70, (due, reader) -> {
            LocalDate day = dealerships.get(reader.dealership()).dayOf(due);
            ActionList.InTime in = actions.inTime(null, reader);
            return new Digest(
                    day,
                    day,
                    COUNT,
                    List.of(
                            count("digest.actionsOpen", number(ActionList.Filter.OPEN, actions, reader)),
                            count("digest.actionsOverdue", number(ActionList.Filter.OVERDUE, actions, reader)),
                            count("digest.actionsDone", number(ActionList.Filter.DONE, actions, reader)),
                            Line.of("digest.K28", Cell.of(in.verified(), in.due()))),
                    "/improvement/actions");
        });
    }

    @Bean
    static Subscribable reviewByMail(ReviewBook reviews) {
        return Subscribable.of("REVIEW", "review.read", 55, (due, reader) -> {
            List<ReviewBook.Listed> weeks =
                    reviews.list(null, REVIEWS, null, reader).items();
            ReviewBook.Listed told = weeks.stream()
                    .filter(week -> week.review() != null)
                    .findFirst()
                    .orElse(null);
            ReviewWeek week = told == null ? reviews.week(null, reader) : told.week();
            WeeklyReview review = told == null ? null : told.review();
            String state = review == null ? "none" : review.archived() ? "archived" : "open";
            return new Digest(
                    week.monday(),
                    week.sunday(),
                    COUNT,
                    List.of(
                            Line.of("digest.review", Cell.word("digest.review." + state))
                                    .defined("R-117"),
                            count("digest.findings", told == null ? 0 : told.findings()),
                            count("digest.agreed", told == null ? 0 : told.actions())
                                    .defined("R-116"),
                            count("digest.decisions", told == null ? 0 : told.decisions())),
                    "/weekly-review?week=" + week.monday());
        });
    }

    private static int number(ActionList.Filter filter, ActionList actions, StaffMember reader) {
        int number = 0;
        String cursor = null;
        do {
            Page<?> page = actions.of(new ActionList.Question(filter, false, null, cursor), reader);
            number += page.items().size();
            cursor = page.next();
        } while (cursor != null);
        return number;
    }
}
