package io.genjin.funnel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every arrival that the funnel counts: which prospect, at which stage, when, and the slice it lies in. A number of the funnel is how
 * many of these rows there are, and its prospects are these rows.
 *
 * <p>Cases merged into one are one prospect, received when the earliest of them was (4.1 rule 7). An import taken back never was. Of each
 * prospect only the few entries that tell stages and exits are read, by an index of their own.
 */
final class FunnelRows {

    private static final List<String> RECEIVED = List.of("PROSPECT_OPENED", "LEAD_RECEIVED");
    private static final List<String> TAKES_UP = List.of("WOKEN", "REACTIVATED");
    private static final String ALLOCATED = "LEAD_ALLOCATED";

    /** The prospects that can have a row at all, by their entries of the period; and all cases of each. */
    private static final String CASES = """
            with candidate as materialized (
                select distinct m.survivor_id
                  from journal_entry e
                  join merged_prospect m
                    on m.dealership_id = :dealership
                   and m.id = e.prospect_id
                 where e.dealership_id = :dealership
                   and e.happened_on between :from and :to
                   and e.kind in (%s)
            ), absorbed as materialized (
                select m.survivor_id, m.id
                  from merged_prospect m
                 where m.dealership_id = :dealership
                   and m.merged
            ), own_case as materialized (
                select o.survivor_id, o.id
                  from (select c.survivor_id, c.survivor_id as id
                          from candidate c
                         union all
                        select a.survivor_id, a.id
                          from absorbed a
                          join candidate c
                            on c.survivor_id = a.survivor_id) o
                 where not exists (select 1
                                     from journal_entry b
                                    where b.dealership_id = :dealership
                                      and b.prospect_id = o.id
                                      and b.kind = 'IMPORT_TAKEN_BACK')
            ), fact as materialized (
                select k.survivor_id, e.prospect_id, e.kind, e.happened_on, e.happened_at, e.id, e.owner_id, e.grade, e.source
                  from own_case k
                  join journal_entry e
                    on e.dealership_id = :dealership
                   and e.prospect_id = k.id
                 where e.kind in (%s)
                   and e.happened_on <= :until
            """;

    /**
     * Each prospect's first arrival at each stage; the second day in the showroom is the second visit. Who got the prospect first is the
     * owner of its first allocation, else of its receipt.
     */
    private static final String ARRIVALS = """
            ), staged as (
                select f.survivor_id, f.happened_on, f.happened_at, f.id, f.owner_id, f.grade, f.source,
                       first_value(f.owner_id) over (partition by f.prospect_id
                                                     order by f.kind = 'LEAD_ALLOCATED' desc, f.kind in (%s) desc,
                                                              f.happened_at, f.id) as consultant_id,
                       case when f.kind = 'VISIT_RECORDED'
                                 and f.happened_on > min(f.happened_on) filter (where f.kind = 'VISIT_RECORDED')
                                                         over (partition by f.survivor_id)
                            then %d
                            %s
                       end as stage
                  from fact f
            ), arrival as (
                select distinct on (g.survivor_id, g.stage) g.*
                  from staged g
                 where g.stage is not null
                 order by g.survivor_id, g.stage, g.happened_at, g.id
            """;

    /** Of a cohort who is out on the last day: the last word of the prospect's own case says so. */
    private static final String STANDING_EXITS = """
            ), gone as (
                select last.survivor_id, last.happened_on, last.happened_at, last.owner_id, %s as stage
                  from (select distinct on (f.survivor_id) f.survivor_id, f.kind, f.happened_on, f.happened_at, f.owner_id
                          from fact f
                         where f.prospect_id = f.survivor_id
                           and f.kind in (%s)
                         order by f.survivor_id, f.happened_at desc, f.id desc) last
                 where last.kind in (%s)
            """;

    /** Of a period who left in it, though they may have come back: a defeat stays in its month (scenario 36). */
    private static final String EXITS_OF_THE_PERIOD = """
            ), gone as (
                select distinct on (f.survivor_id, f.kind) f.survivor_id, f.happened_on, f.happened_at, f.owner_id, %s as stage
                  from fact f
                 where f.kind in (%s)
                   and f.happened_on between :from and :to
                 order by f.survivor_id, f.kind, f.happened_at, f.id
            """;

    /** What is told of the receipt stands with each arrival: it is the first of them. No join, so that no plan can go wrong. */
    private static final String COUNTED = """
            ), step as (
                select a.survivor_id, a.stage, a.happened_on, a.happened_at, a.owner_id,
                       lag(a.stage) over own as stage_before,
                       lag(a.happened_on) over own as day_before,
                       first_value(a.stage) over own as first_stage,
                       first_value(a.happened_on) over own as received_on,
                       first_value(a.source) over own as source,
                       first_value(a.grade) over own as grade,
                       first_value(a.consultant_id) over own as consultant_id
                  from (select survivor_id, stage, happened_on, happened_at, owner_id, source, grade, consultant_id
                          from arrival
                         union all
                        select survivor_id, stage, happened_on, happened_at, owner_id, null, null, null
                          from gone) a
                window own as (partition by a.survivor_id order by a.stage)
            ), counted as (
                select s.survivor_id, s.stage, s.happened_on, s.happened_at, s.received_on,
                       s.stage <= %d and coalesce(s.stage_before = s.stage - 1, false) as straight,
                       case when s.stage <= %d and s.stage_before = s.stage - 1 and s.happened_on >= s.day_before
                            then s.happened_on - s.day_before
                       end as days,
                       coalesce(%s::text, '') as consultant,
                       coalesce(s.source, '') as source,
                       coalesce(s.grade, '') as grade,
                       date_trunc('week', %s)::date::text as week,
                       %s as model
                  from step s
                  %s
                 where s.first_stage = 0
                   and %s between :from and :to
            )
            """;

    /** The model as the card says it now; joined only where it is asked for. */
    private static final String MODEL = """
            join prospect_model k
                    on k.dealership_id = :dealership
                   and k.id = s.survivor_id""";

    private FunnelRows() {}

    /** The statement's beginning, ending in the relation {@code counted}. */
    static String sql(Basis basis, boolean model) {
        boolean cohort = basis == Basis.COHORT;
        List<String> exits = FunnelStage.exits().stream()
                .flatMap(exit -> exit.kinds().stream())
                .toList();
        List<String> stages = FunnelStage.stages().stream()
                .flatMap(stage -> stage.kinds().stream())
                .toList();
        List<String> read = Stream.of(stages, exits, TAKES_UP, List.of(ALLOCATED))
                .flatMap(List::stream)
                .toList();
        List<String> begins = cohort
                ? RECEIVED
                : Stream.concat(stages.stream(), exits.stream()).toList();
        String left = cohort
                ? STANDING_EXITS.formatted(
                        stage("last.kind", FunnelStage.exits()),
                        list(Stream.concat(exits.stream(), TAKES_UP.stream()).toList()),
                        list(exits))
                : EXITS_OF_THE_PERIOD.formatted(stage("f.kind", FunnelStage.exits()), list(exits));
        String day = cohort ? "s.received_on" : "s.happened_on";
        return CASES.formatted(list(begins), list(read))
                + ARRIVALS.formatted(
                        list(RECEIVED), FunnelStage.RETURNED.ordinal(), whens("f.kind", FunnelStage.stages()))
                + left
                + COUNTED.formatted(
                        FunnelStage.DELIVERED.ordinal(),
                        FunnelStage.DELIVERED.ordinal(),
                        cohort ? "s.consultant_id" : "s.owner_id",
                        day,
                        model ? "coalesce(k.main_model, '')" : "''",
                        model ? MODEL : "",
                        day);
    }

    private static String stage(String kind, List<FunnelStage> stages) {
        return "case " + whens(kind, stages) + " end";
    }

    private static String whens(String kind, List<FunnelStage> stages) {
        return stages.stream()
                .filter(stage -> !stage.kinds().isEmpty())
                .map(stage -> "when " + kind + " in (" + list(stage.kinds()) + ") then " + stage.ordinal())
                .collect(Collectors.joining(" "));
    }

    private static String list(List<String> kinds) {
        return kinds.stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", "));
    }

    /** The condition for what every prospect must be; its values are parameters named like the columns. */
    static String only(FunnelQuestion question) {
        return question.only().keySet().stream()
                .map(dimension -> "and " + dimension.column() + " = :" + dimension.column())
                .collect(Collectors.joining("\n   "));
    }

    static boolean asksModel(FunnelQuestion question) {
        return question.by().contains(Dimension.MODEL) || question.only().containsKey(Dimension.MODEL);
    }
}
