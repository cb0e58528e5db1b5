package io.genjin.prospect;

import io.genjin.dealership.Frequency;
import io.genjin.journal.Frozen;
import io.genjin.shared.Conditions;
import io.genjin.shared.DealershipId;
import io.genjin.shared.Grade;
import io.genjin.shared.Moments;
import io.genjin.shared.NothingHere;
import io.genjin.shared.PhoneNumber;
import io.genjin.staff.StaffId;
import io.genjin.vault.Vault;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and stores prospects with their cards. Numbers go in and out sealed; every statement names its dealership. */
@Repository
class Prospects {

    private static final TypeReference<List<String>> LINES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> CONTACTS = new TypeReference<>() {};

    private static final String INSERT = """
            insert into prospect (dealership_id, id, card_no, status, source, received_at, owner_id, first_owner_id,
                                  important_customer, initial_grade, grade, grade_evidence, override_reason, customer_name,
                                  mobile_sealed, mobile_hash, mobile_last_four, main_model, next_date, next_reason, next_note,
                                  due_at, rule_due_at, latest_day, first_pending, card_status, submitted_at, signed_by,
                                  signed_at, sign_comment, entered_by, entered_at, visit_count, first_visit_at,
                                  second_visit_at, last_visit_at, last_contact_at, first_attempt_at, first_reached_at,
                                  first_met_at, handover_due_at, wake_up_date, own_times, own_days, released_at, batch_id,
                                  phone_hash, address_hash, name_sound, findable,
                                  created_by, created_at, updated_by, updated_at, version)
            values (:dealership, :id, :cardNo, :status, :source, :receivedAt, :owner, :firstOwner,
                    :important, :initialGrade, :grade, :evidence, :overrideReason, :name,
                    :mobileSealed, :mobileHash, :mobileLastFour, :mainModel, :nextDate, :nextReason, :nextNote,
                    :dueAt, :ruleDueAt, :latestDay, :firstPending, :cardStatus, :submittedAt, :signedBy,
                    :signedAt, :signComment, :enteredBy, :enteredAt, :visitCount, :firstVisitAt,
                    :secondVisitAt, :lastVisitAt, :lastContactAt, :firstAttemptAt, :firstReachedAt,
                    :firstMetAt, :handoverDueAt, :wakeUpDate, :ownTimes, :ownDays, :releasedAt, :batch,
                    :phoneHash, :addressHash, :nameSound, true,
                    :by, :now, :by, :now, 1)
            on conflict (dealership_id, mobile_hash)
               where status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
               do nothing
            """;
    private static final String INSERT_CARD = """
            insert into customer_info_card (dealership_id, prospect_id, customer_type, gender, contacts_sealed,
                                            preferred_contact_way, preferred_contact_time, age_band, occupation, industry,
                                            family_structure, hobby, income_band, source_detail, media_channel,
                                            expected_purchase_date, expected_purchase_band, intent_models, purchase_type,
                                            purpose, budget, payment_way, decision_maker, car_user, competitors,
                                            current_car, trade_in, remark)
            values (:dealership, :id, :customerType, :gender, :contactsSealed,
                    :contactWay, :contactTime, :ageBand, :occupation, :industry,
                    :familyStructure, :hobby, :incomeBand, :sourceDetail, :mediaChannel,
                    :expectedDate, :expectedBand, :intentModels::jsonb, :purchaseType,
                    :purpose, :budget, :paymentWay, :decisionMaker, :carUser, :competitors::jsonb,
                    :currentCar, :tradeIn, :remark)
            """;
    private static final String INSERT_TERM = """
            insert into prospect_name_term (dealership_id, term, prospect_id)
            values (:dealership, :term, :id)
                on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;
    private final Changes changes;
    private final MergedCases merged;
    private final Likeness likeness;
    private final Vault vault;
    private final JsonMapper json;

    Prospects(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate template,
            Changes changes,
            MergedCases merged,
            Likeness likeness,
            Vault vault,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.changes = changes;
        this.merged = merged;
        this.likeness = likeness;
        this.vault = vault;
        this.json = json;
    }

    /** The next {@code count} card numbers; gaps are allowed, repeats are not. */
    List<Long> cardNumbers(int count) {
        return jdbc.sql("select nextval('card_no') from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list();
    }

    /** Stores a new prospect; false when an open one has the same number already, and then nothing was written. */
    boolean insert(Prospect prospect, @Nullable UUID batch, @Nullable StaffId by, Instant now, ZoneId zone) {
        return insertAll(List.of(prospect), batch, by, now, zone).contains(prospect.id());
    }

    /**
     * Stores new prospects in one go and tells which were stored; the others' numbers were on file, or lead to a case into
     * which theirs was merged. That is asked after writing: a merge that committed meanwhile has freed its number.
     */
    Set<ProspectId> insertAll(
            List<Prospect> prospects, @Nullable UUID batch, @Nullable StaffId by, Instant now, ZoneId zone) {
        SqlParameterSource[] rows = prospects.stream()
                .map(prospect -> row(prospect, by, now, zone).addValue("batch", batch))
                .toArray(SqlParameterSource[]::new);
        int[] written = template.batchUpdate(INSERT, rows);
        List<Prospect> stored = merged.withoutAnswered(stored(prospects, written));
        template.batchUpdate(INSERT_CARD, stored.stream().map(this::card).toArray(SqlParameterSource[]::new));
        insertTerms(stored);
        return stored.stream().map(Prospect::id).collect(Collectors.toSet());
    }

    /** Those that were written; a driver that joins statements does not say which, so the table is asked once. */
    private List<Prospect> stored(List<Prospect> prospects, int[] written) {
        if (Arrays.stream(written).noneMatch(count -> count == Statement.SUCCESS_NO_INFO)) {
            return IntStream.range(0, written.length)
                    .filter(place -> written[place] == 1)
                    .mapToObj(prospects::get)
                    .toList();
        }
        Set<UUID> there = new HashSet<>(jdbc.sql("""
                        select id
                          from prospect
                         where dealership_id = :dealership
                           and id in (:ids)
                        """)
                .param("dealership", prospects.get(0).dealership().value())
                .param("ids", prospects.stream().map(one -> one.id().value()).toList())
                .query(UUID.class)
                .list());
        return prospects.stream()
                .filter(one -> there.contains(one.id().value()))
                .toList();
    }

    private void insertTerms(List<Prospect> prospects) {
        SqlParameterSource[] terms = prospects.stream()
                .flatMap(prospect -> NameTerms.of(prospect.content().customerName()).stream()
                        .map(term -> key(prospect.dealership(), prospect.id()).addValue("term", term)))
                .toArray(SqlParameterSource[]::new);
        if (terms.length > 0) {
            template.batchUpdate(INSERT_TERM, terms);
        }
    }

    /**
     * Stores a changed prospect, and the step of its life that it took; refused when somebody else stored it since it was
     * read.
     */
    void update(Prospect prospect, @Nullable StaffId by, Instant now, ZoneId zone) {
        int written = template.update("""
                update prospect
                   set status = :status, owner_id = :owner, important_customer = :important, grade = :grade,
                       grade_evidence = :evidence, override_reason = :overrideReason, next_date = :nextDate,
                       next_reason = :nextReason, next_note = :nextNote, due_at = :dueAt, rule_due_at = :ruleDueAt,
                       latest_day = :latestDay, first_pending = :firstPending, card_status = :cardStatus,
                       submitted_at = :submittedAt, signed_by = :signedBy, signed_at = :signedAt,
                       sign_comment = :signComment, entered_by = :enteredBy, entered_at = :enteredAt,
                       visit_count = :visitCount, first_visit_at = :firstVisitAt, second_visit_at = :secondVisitAt,
                       last_visit_at = :lastVisitAt, last_contact_at = :lastContactAt,
                       first_attempt_at = :firstAttemptAt, first_reached_at = :firstReachedAt, first_met_at = :firstMetAt,
                       handover_due_at = :handoverDueAt, wake_up_date = :wakeUpDate, own_times = :ownTimes,
                       own_days = :ownDays, released_at = :releasedAt, updated_by = :by,
                       updated_at = :now, version = version + 1
                 where dealership_id = :dealership
                   and id = :id
                   and version = :version
                """, row(prospect, by, now, zone));
        if (written == 0) {
            throw new CardChanged(prospect.version() + 1);
        }
        if (prospect.status() != prospect.storedStatus()) {
            changes.status(prospect, prospect.storedStatus(), by, now);
        }
        prospect.stored();
    }

    /** Stores a changed card: the person, the wish, the number and the terms it is found by. */
    void updateContent(Prospect prospect, boolean renamed) {
        template.update("""
                update prospect
                   set source = :source, customer_name = :name, mobile_sealed = :mobileSealed, mobile_hash = :mobileHash,
                       mobile_last_four = :mobileLastFour, main_model = :mainModel, phone_hash = :phoneHash,
                       address_hash = :addressHash, name_sound = :nameSound, findable = true
                 where dealership_id = :dealership
                   and id = :id
                """, content(prospect));
        template.update("""
                update customer_info_card
                   set customer_type = :customerType, gender = :gender, contacts_sealed = :contactsSealed,
                       preferred_contact_way = :contactWay, preferred_contact_time = :contactTime, age_band = :ageBand,
                       occupation = :occupation, industry = :industry, family_structure = :familyStructure, hobby = :hobby,
                       income_band = :incomeBand, source_detail = :sourceDetail, media_channel = :mediaChannel,
                       expected_purchase_date = :expectedDate, expected_purchase_band = :expectedBand,
                       intent_models = :intentModels::jsonb, purchase_type = :purchaseType, purpose = :purpose,
                       budget = :budget, payment_way = :paymentWay, decision_maker = :decisionMaker, car_user = :carUser,
                       competitors = :competitors::jsonb, current_car = :currentCar, trade_in = :tradeIn, remark = :remark
                 where dealership_id = :dealership
                   and prospect_id = :id
                """, card(prospect));
        if (renamed) {
            template.update(
                    "delete from prospect_name_term where dealership_id = :dealership and prospect_id = :id",
                    key(prospect.dealership(), prospect.id()));
            insertTerms(List.of(prospect));
        }
    }

    /** Reads a prospect to be changed, holding it until the transaction ends so that changes queue up. */
    Prospect getForUpdate(DealershipId dealership, ProspectId id) {
        return find(dealership, id, "for update of p").orElseThrow(() -> new NothingHere(id));
    }

    Optional<Prospect> find(DealershipId dealership, ProspectId id) {
        return find(dealership, id, "");
    }

    List<Prospect> findAll(DealershipId dealership, Collection<ProspectId> ids) {
        return jdbc.sql("""
                        select p.*, c.*
                          from prospect p
                          join customer_info_card c
                            on c.dealership_id = p.dealership_id
                           and c.prospect_id = p.id
                         where p.dealership_id = :dealership
                           and p.id in (:ids)
                        """)
                .param("dealership", dealership.value())
                .param("ids", ids.stream().map(ProspectId::value).toList())
                .query((row, number) -> read(row))
                .list();
    }

    Map<StaffId, Integer> openByOwner(DealershipId dealership) {
        Map<StaffId, Integer> open = new HashMap<>();
        jdbc.sql("""
                        select p.owner_id, count(*) as open
                          from prospect p
                         where p.dealership_id = :dealership
                           and p.status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',
                                            'DEFEAT_PENDING')
                         group by p.owner_id
                        """).param("dealership", dealership.value()).query(row -> {
            open.put(new StaffId(row.getObject("owner_id", UUID.class)), row.getInt("open"));
        });
        return open;
    }

    /** The owner of the newest closed case with the same number, for each prospect that has one. */
    Map<ProspectId, StaffId> formerOwners(DealershipId dealership, Collection<ProspectId> ids) {
        Map<ProspectId, StaffId> owners = new HashMap<>();
        jdbc.sql("""
                        select p.id, earlier.owner_id
                          from prospect p
                          join prospect earlier
                            on earlier.dealership_id = p.dealership_id
                           and earlier.mobile_hash = p.mobile_hash
                           and earlier.id <> p.id
                           and earlier.status in ('DEFEATED', 'DELIVERED')
                           and earlier.owner_id is not null
                         where p.dealership_id = :dealership
                           and p.id in (:ids)
                         order by earlier.updated_at, earlier.id
                        """)
                .param("dealership", dealership.value())
                .param("ids", ids.stream().map(ProspectId::value).toList())
                .query(row -> {
                    owners.put(
                            new ProspectId(row.getObject("id", UUID.class)),
                            new StaffId(row.getObject("owner_id", UUID.class)));
                });
        return owners;
    }

    private Optional<Prospect> find(DealershipId dealership, ProspectId id, String lock) {
        return jdbc.sql("""
                        select p.*, c.*
                          from prospect p
                          join customer_info_card c
                            on c.dealership_id = p.dealership_id
                           and c.prospect_id = p.id
                         where p.dealership_id = :dealership
                           and p.id = :id
                         %s
                        """.formatted(lock))
                .param("dealership", dealership.value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The open prospect with this number, or into which the case with this number was merged, if there is one. */
    Optional<ProspectId> openWith(DealershipId dealership, PhoneNumber mobile) {
        Optional<ProspectId> itself = jdbc.sql("""
                        select id
                          from prospect
                         where dealership_id = :dealership
                           and mobile_hash = :hash
                           and status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
                        """)
                .param("dealership", dealership.value())
                .param("hash", vault.fingerprint(mobile, dealership))
                .query((row, number) -> new ProspectId(row.getObject("id", UUID.class)))
                .optional();
        return itself.or(() -> merged.answering(dealership, mobile, ProspectStatus::isOpen));
    }

    /** The newest case with this number that ended with a car. */
    Optional<ProspectId> deliveredWith(DealershipId dealership, PhoneNumber mobile) {
        return jdbc.sql("""
                        select id
                          from prospect
                         where dealership_id = :dealership
                           and mobile_hash = :hash
                           and status = 'DELIVERED'
                         order by updated_at desc, id desc
                         limit 1
                        """)
                .param("dealership", dealership.value())
                .param("hash", vault.fingerprint(mobile, dealership))
                .query((row, number) -> new ProspectId(row.getObject("id", UUID.class)))
                .optional();
    }

    List<ProspectId> deliveredEnding(DealershipId dealership, String fourDigits) {
        return jdbc.sql("""
                        select id
                          from prospect
                         where dealership_id = :dealership
                           and mobile_last_four = :lastFour
                           and status = 'DELIVERED'
                        """)
                .param("dealership", dealership.value())
                .param("lastFour", vault.lastFour(fourDigits, dealership))
                .query((row, number) -> new ProspectId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The newest case with this number that was given up. */
    Optional<ProspectId> defeatedWith(DealershipId dealership, PhoneNumber mobile) {
        Optional<ProspectId> itself = jdbc.sql("""
                        select id
                          from prospect
                         where dealership_id = :dealership
                           and mobile_hash = :hash
                           and status = 'DEFEATED'
                         order by updated_at desc, id desc
                         limit 1
                        """)
                .param("dealership", dealership.value())
                .param("hash", vault.fingerprint(mobile, dealership))
                .query((row, number) -> new ProspectId(row.getObject("id", UUID.class)))
                .optional();
        return itself.or(() -> merged.answering(dealership, mobile, status -> status == ProspectStatus.DEFEATED));
    }

    List<ProspectId> toWake(DealershipId dealership, LocalDate today, int most) {
        return jdbc.sql("""
                        select id
                          from prospect
                         where dealership_id = :dealership
                           and wake_up_date <= :today
                         order by wake_up_date, id
                         limit :most
                        """)
                .param("dealership", dealership.value())
                .param("today", today)
                .param("most", most)
                .query((row, number) -> new ProspectId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Those of {@code numbers} with which a case was given up and none is open. */
    Set<PhoneNumber> givenUpAmong(DealershipId dealership, Collection<PhoneNumber> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        Map<ByteBuffer, PhoneNumber> byHash = new HashMap<>();
        numbers.forEach(number -> byHash.put(ByteBuffer.wrap(vault.fingerprint(number, dealership)), number));
        Set<PhoneNumber> givenUp = new HashSet<>(jdbc.sql("""
                        select distinct p.mobile_hash
                          from prospect p
                         where p.dealership_id = :dealership
                           and p.mobile_hash in (:hashes)
                           and p.status = 'DEFEATED'
                           and not exists (select 1
                                             from prospect o
                                            where o.dealership_id = p.dealership_id
                                              and o.mobile_hash = p.mobile_hash
                                              and o.status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED'))
                        """)
                .param("dealership", dealership.value())
                .param("hashes", byHash.keySet().stream().map(ByteBuffer::array).toList())
                .query((row, number) ->
                        Objects.requireNonNull(byHash.get(ByteBuffer.wrap(row.getBytes("mobile_hash")))))
                .list());
        merged.answering(dealership, byHash.keySet(), status -> status == ProspectStatus.DEFEATED)
                .forEach(hash -> givenUp.add(Objects.requireNonNull(byHash.get(hash))));
        return givenUp;
    }

    /** Closes untouched prospects of a batch as invalid, and tells which as facts. */
    List<ProspectFact> takeBack(
            DealershipId dealership, UUID batch, Collection<ProspectId> except, int most, StaffId by, Instant now) {
        Conditions where = Conditions.in(dealership, "p.dealership_id")
                .and("p.batch_id = :batch")
                .with("batch", batch)
                .and("p.status in ('LEAD_RECEIVED', 'ASSIGNED')")
                .and("p.card_status = 'DRAFT'")
                .and("p.last_contact_at is null")
                .given("except", except, "p.id not in (:except)");
        List<ProspectFact> facts = jdbc.sql("""
                        select p.id, p.card_no, p.owner_id, p.grade, p.source
                          from prospect p
                         where %s
                         order by p.id
                         limit :most
                           for update
                        """.formatted(where.sql()))
                .params(where.params())
                .param("most", most)
                .query((row, number) -> new ProspectFact(
                        dealership,
                        ProspectFact.Kind.IMPORT_TAKEN_BACK,
                        new ProspectId(row.getObject("id", UUID.class)),
                        by.value(),
                        now,
                        new Frozen(
                                row.getObject("owner_id", UUID.class), row.getString("grade"), row.getString("source")),
                        Map.of("cardNo", row.getString("card_no"), "batch", batch.toString())))
                .list();
        if (!facts.isEmpty()) {
            jdbc.sql("""
                            update prospect
                               set status = 'INVALID', updated_by = :by, updated_at = :now, version = version + 1
                             where dealership_id = :dealership
                               and id in (:ids)
                            """)
                    .param("dealership", dealership.value())
                    .param("by", by.value())
                    .param("now", Moments.boundOrNull(now))
                    .param("ids", facts.stream().map(fact -> fact.id().value()).toList())
                    .update();
        }
        return facts;
    }

    private MapSqlParameterSource row(Prospect prospect, @Nullable StaffId by, Instant now, ZoneId zone) {
        CardApproval approval = prospect.approval();
        Prospect.Visits visits = prospect.visits();
        Frequency rhythm = prospect.ownRhythm();
        return content(prospect)
                .addValue("cardNo", Long.parseLong(prospect.cardNo()))
                .addValue("status", prospect.status().name())
                .addValue("receivedAt", Moments.boundOrNull(prospect.receivedAt()))
                .addValue("owner", prospect.owner().value())
                .addValue("firstOwner", prospect.firstOwner().value())
                .addValue("important", prospect.isImportantCustomer())
                .addValue("initialGrade", prospect.initialGrade().name())
                .addValue("grade", prospect.grade().name())
                .addValue(
                        "evidence",
                        prospect.evidence().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .addValue("overrideReason", prospect.overrideReason())
                .addValue("nextDate", prospect.nextStep().date())
                .addValue("nextReason", prospect.nextStep().reason().name())
                .addValue("nextNote", prospect.nextStep().note())
                .addValue("dueAt", Moments.boundOrNull(prospect.dueAt(zone)))
                .addValue("ruleDueAt", Moments.boundOrNull(prospect.deadline().dueAt()))
                .addValue("latestDay", prospect.deadline().latest())
                .addValue("firstPending", prospect.deadline().firstPending())
                .addValue("cardStatus", approval.status().name())
                .addValue("submittedAt", Moments.boundOrNull(approval.submittedAt()))
                .addValue("signedBy", value(approval.signedBy()))
                .addValue("signedAt", Moments.boundOrNull(approval.signedAt()))
                .addValue("signComment", approval.comment())
                .addValue("enteredBy", value(approval.enteredBy()))
                .addValue("enteredAt", Moments.boundOrNull(approval.enteredAt()))
                .addValue("visitCount", visits.count())
                .addValue("firstVisitAt", Moments.boundOrNull(visits.first()))
                .addValue("secondVisitAt", Moments.boundOrNull(visits.second()))
                .addValue("lastVisitAt", Moments.boundOrNull(visits.last()))
                .addValue("lastContactAt", Moments.boundOrNull(prospect.lastContactAt()))
                .addValue(
                        "firstAttemptAt", Moments.boundOrNull(prospect.firsts().attempt()))
                .addValue(
                        "firstReachedAt", Moments.boundOrNull(prospect.firsts().reached()))
                .addValue("firstMetAt", Moments.boundOrNull(prospect.firsts().met()))
                .addValue("handoverDueAt", Moments.boundOrNull(prospect.handoverDueAt()))
                .addValue("wakeUpDate", prospect.wakeUpDate())
                .addValue("ownTimes", rhythm == null ? null : rhythm.times())
                .addValue("ownDays", rhythm == null ? null : rhythm.days())
                .addValue("releasedAt", Moments.boundOrNull(prospect.releasedAt()))
                .addValue("by", value(by))
                .addValue("now", Moments.boundOrNull(now))
                .addValue("version", prospect.version());
    }

    private MapSqlParameterSource content(Prospect prospect) {
        CardContent content = prospect.content();
        PhoneNumber number = content.number();
        return key(prospect.dealership(), prospect.id())
                .addValue("source", content.source().name())
                .addValue("name", content.customerName())
                .addValue("mobileSealed", vault.seal(number.normalised(), context("mobile", prospect)))
                .addValue("mobileHash", vault.fingerprint(number, prospect.dealership()))
                .addValue("mobileLastFour", vault.lastFour(number.lastFour(), prospect.dealership()))
                .addValue("mainModel", content.mainModel())
                .addValue("phoneHash", likeness.phone(content, prospect.dealership()))
                .addValue("addressHash", likeness.address(content, prospect.dealership()))
                .addValue("nameSound", NameTerms.sound(content.customerName()));
    }

    private MapSqlParameterSource card(Prospect prospect) {
        CardContent content = prospect.content();
        return key(prospect.dealership(), prospect.id())
                .addValue("customerType", content.customerType().name())
                .addValue("gender", name(content.gender()))
                .addValue("contactsSealed", sealed(prospect))
                .addValue("contactWay", name(content.preferredContactWay()))
                .addValue("contactTime", name(content.preferredContactTime()))
                .addValue("ageBand", content.ageBand())
                .addValue("occupation", content.occupation())
                .addValue("industry", content.industry())
                .addValue("familyStructure", content.familyStructure())
                .addValue("hobby", content.hobby())
                .addValue("incomeBand", content.incomeBand())
                .addValue("sourceDetail", content.sourceDetail())
                .addValue("mediaChannel", name(content.mediaChannel()))
                .addValue("expectedDate", content.expectedPurchaseDate())
                .addValue("expectedBand", name(content.expectedPurchaseBand()))
                .addValue("intentModels", json.writeValueAsString(content.intentModels()))
                .addValue("purchaseType", name(content.purchaseType()))
                .addValue("purpose", name(content.purpose()))
                .addValue("budget", content.budget())
                .addValue("paymentWay", name(content.paymentWay()))
                .addValue("decisionMaker", content.decisionMaker())
                .addValue("carUser", content.user())
                .addValue("competitors", json.writeValueAsString(content.competitors()))
                .addValue("currentCar", content.currentCar())
                .addValue("tradeIn", content.tradeIn())
                .addValue("remark", content.remark());
    }

    private byte @Nullable [] sealed(Prospect prospect) {
        CardContent content = prospect.content();
        Map<String, String> contacts = new HashMap<>();
        put(contacts, "phone", content.phone());
        put(contacts, "wechat", content.wechat());
        put(contacts, "email", content.email());
        put(contacts, "address", content.address());
        return contacts.isEmpty() ? null : vault.seal(json.writeValueAsString(contacts), context("contacts", prospect));
    }

    private static void put(Map<String, String> contacts, String name, @Nullable String value) {
        if (value != null) {
            contacts.put(name, value);
        }
    }

    private Prospect read(ResultSet row) throws SQLException {
        DealershipId dealership = new DealershipId(row.getInt("dealership_id"));
        ProspectId id = new ProspectId(row.getObject("id", UUID.class));
        return new Prospect(new Prospect.State(
                id,
                dealership,
                row.getString("card_no"),
                Moments.read(row, "received_at"),
                Grade.valueOf(row.getString("initial_grade")),
                new StaffId(row.getObject("first_owner_id", UUID.class)),
                readContent(row, dealership, id),
                ProspectStatus.valueOf(row.getString("status")),
                new StaffId(row.getObject("owner_id", UUID.class)),
                row.getBoolean("important_customer"),
                Grade.valueOf(row.getString("grade")),
                evidence(row.getString("grade_evidence")),
                row.getString("override_reason"),
                new NextStep(
                        row.getObject("next_date", LocalDate.class),
                        NextStepReason.valueOf(row.getString("next_reason")),
                        row.getString("next_note")),
                new Deadline(
                        Moments.read(row, "rule_due_at"),
                        row.getObject("latest_day", LocalDate.class),
                        row.getBoolean("first_pending")),
                new CardApproval(
                        CardStatus.valueOf(row.getString("card_status")),
                        Moments.readOrNull(row, "submitted_at"),
                        staff(row, "signed_by"),
                        Moments.readOrNull(row, "signed_at"),
                        row.getString("sign_comment"),
                        staff(row, "entered_by"),
                        Moments.readOrNull(row, "entered_at")),
                new Prospect.Visits(
                        row.getInt("visit_count"),
                        Moments.readOrNull(row, "first_visit_at"),
                        Moments.readOrNull(row, "second_visit_at"),
                        Moments.readOrNull(row, "last_visit_at")),
                Moments.readOrNull(row, "last_contact_at"),
                new Firsts(
                        Moments.readOrNull(row, "first_attempt_at"),
                        Moments.readOrNull(row, "first_reached_at"),
                        Moments.readOrNull(row, "first_met_at")),
                Moments.readOrNull(row, "handover_due_at"),
                row.getObject("wake_up_date", LocalDate.class),
                row.getObject("own_times") == null
                        ? null
                        : new Frequency(row.getInt("own_times"), row.getInt("own_days")),
                Moments.readOrNull(row, "released_at"),
                row.getInt("version")));
    }

    private CardContent readContent(ResultSet row, DealershipId dealership, ProspectId id) throws SQLException {
        byte[] contactsSealed = row.getBytes("contacts_sealed");
        Map<String, String> contacts = contactsSealed == null
                ? Map.of()
                : json.readValue(vault.open(contactsSealed, context("contacts", dealership, id)), CONTACTS);
        return new CardContent(
                row.getString("customer_name"),
                CardContent.CustomerType.valueOf(row.getString("customer_type")),
                code(CardContent.Gender.class, row.getString("gender")),
                vault.open(row.getBytes("mobile_sealed"), context("mobile", dealership, id)),
                contacts.get("phone"),
                contacts.get("wechat"),
                contacts.get("email"),
                contacts.get("address"),
                code(CardContent.ContactWay.class, row.getString("preferred_contact_way")),
                code(CardContent.ContactTime.class, row.getString("preferred_contact_time")),
                row.getString("age_band"),
                row.getString("occupation"),
                row.getString("industry"),
                row.getString("family_structure"),
                row.getString("hobby"),
                row.getString("income_band"),
                Source.valueOf(row.getString("source")),
                row.getString("source_detail"),
                code(CardContent.MediaChannel.class, row.getString("media_channel")),
                row.getObject("expected_purchase_date", LocalDate.class),
                code(PurchaseBand.class, row.getString("expected_purchase_band")),
                json.readValue(row.getString("intent_models"), LINES),
                code(CardContent.PurchaseType.class, row.getString("purchase_type")),
                code(CardContent.Purpose.class, row.getString("purpose")),
                row.getObject("budget", BigDecimal.class),
                code(CardContent.PaymentWay.class, row.getString("payment_way")),
                row.getString("decision_maker"),
                row.getString("car_user"),
                json.readValue(row.getString("competitors"), LINES),
                row.getString("current_car"),
                row.getObject("trade_in", Boolean.class),
                row.getString("remark"));
    }

    /** The number behind {@code sealed}, as {@code 138****1234}. */
    String masked(byte[] sealed, DealershipId dealership, ProspectId id) {
        return new PhoneNumber(vault.open(sealed, context("mobile", dealership, id))).masked();
    }

    private static String context(String what, Prospect prospect) {
        return context(what, prospect.dealership(), prospect.id());
    }

    private static String context(String what, DealershipId dealership, ProspectId id) {
        return SealContext.of(what, dealership, id);
    }

    private static Set<Evidence> evidence(String stored) {
        Set<Evidence> all = EnumSet.noneOf(Evidence.class);
        Arrays.stream(stored.split(","))
                .filter(code -> !code.isEmpty())
                .map(Evidence::valueOf)
                .forEach(all::add);
        return all;
    }

    private static MapSqlParameterSource key(DealershipId dealership, ProspectId id) {
        return new MapSqlParameterSource("dealership", dealership.value()).addValue("id", id.value());
    }

    private static @Nullable UUID value(@Nullable StaffId staff) {
        return staff == null ? null : staff.value();
    }

    private static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new StaffId(id);
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> kind, @Nullable String code) {
        return code == null ? null : Enum.valueOf(kind, code);
    }
}
