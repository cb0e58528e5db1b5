package io.genjin.demo;

import io.genjin.appointment.NoShows;
import io.genjin.coaching.DuePlans;
import io.genjin.defeat.WakeUps;
import io.genjin.followup.Escalations;
import io.genjin.followup.NextStepAudit;
import io.genjin.followup.Sweep;
import io.genjin.group.SummaryKeeping;
import io.genjin.hlist.HListClosing;
import io.genjin.hqlead.WarningDesk;
import io.genjin.owner.ComplaintEscalation;
import io.genjin.owner.OccasionPlanner;
import io.genjin.ownership.LateCollisions;
import io.genjin.reception.UnclosedVisits;
import io.genjin.report.DailyFreezing;
import io.genjin.review.ReviewReminders;
import io.genjin.subscription.LetterRun;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** What a demo has that a real start has not: its clock, and the work that is due when it is moved, in the order of a night. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Bean
    DemoClock demoClock(@Value("${genjin.data:data}") Path data) {
        return new DemoClock(Clock.tickMillis(ZoneOffset.UTC), data.resolve("demo-clock"));
    }

    @Bean
    @Order(1)
    DueWork daysToFreeze(DailyFreezing freezing) {
        return freezing::freezeClosed;
    }

    @Bean
    @Order(2)
    DueWork fallenClocks(Sweep sweep) {
        return sweep::settleFallen;
    }

    @Bean
    @Order(3)
    DueWork endedWeeks(HListClosing closing) {
        return closing::closeEnded;
    }

    @Bean
    @Order(4)
    DueWork wakers(WakeUps wakeUps) {
        return wakeUps::wakeDue;
    }

    @Bean
    @Order(5)
    DueWork overdue(Escalations escalations) {
        return escalations::raise;
    }

    @Bean
    @Order(6)
    DueWork warningsOfHqLeads(WarningDesk desk) {
        return desk::warnAll;
    }

    @Bean
    @Order(7)
    DueWork undecidedCollisions(LateCollisions late) {
        return late::raise;
    }

    @Bean
    @Order(8)
    DueWork missedAppointments(NoShows noShows) {
        return noShows::findAll;
    }

    @Bean
    @Order(9)
    DueWork visitsLeftOpen(UnclosedVisits unclosed) {
        return unclosed::remindAll;
    }

    @Bean
    @Order(10)
    DueWork occasionsOfOwners(OccasionPlanner planner) {
        return planner::planDue;
    }

    @Bean
    @Order(11)
    DueWork lateComplaints(ComplaintEscalation escalation) {
        return escalation::escalateDue;
    }

    @Bean
    @Order(12)
    DueWork weeksWithoutReview(ReviewReminders reminders) {
        return reminders::remind;
    }

    @Bean
    @Order(13)
    DueWork plansToFollowUp(DuePlans plans) {
        return plans::tell;
    }

    @Bean
    @Order(14)
    DueWork dealershipsSideBySide(SummaryKeeping summaries) {
        return summaries::keepAll;
    }

    /** They are put together as everywhere; without a mail server they wait, and say so. */
    @Bean
    @Order(16)
    DueWork lettersToSend(LetterRun letters) {
        return letters::sendAll;
    }

    /** The proof is nightly: of several moves within a day only the first is followed by it. */
    @Bean
    @Order(15)
    DueWork provenNextSteps(NextStepAudit audit, DemoClock clock) {
        AtomicReference<LocalDate> proven = new AtomicReference<>(LocalDate.MIN);
        return () -> {
            LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
            if (!today.equals(proven.getAndSet(today))) {
                audit.runAll();
            }
        };
    }
}
