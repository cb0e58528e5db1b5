package io.genjin.intake;

import static io.genjin.intake.sheet.SheetColumn.*;

import io.genjin.intake.sheet.ColumnMapping;
import io.genjin.intake.sheet.SheetColumn;
import io.genjin.prospect.CardContent;
import io.genjin.prospect.PurchaseBand;
import io.genjin.prospect.Source;
import io.genjin.shared.FieldsRefused;
import io.genjin.shared.Grade;
import io.genjin.shared.PlainText;
import io.genjin.shared.Refusal.Field;
import io.genjin.sheet.SafeText;
import io.genjin.sheet.Sheet;
import io.genjin.sheet.SheetDates;
import io.genjin.sheet.SheetNumbers;
import io.genjin.sheet.SheetRow;
import io.genjin.sheet.SheetRow.Cell;
import io.genjin.staff.StaffId;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one sheet as customers, each on its own: what is wrong in one row says nothing of the others. Whatever
 * is not sure is refused with its reason; nothing is guessed.
 */
final class RowReader {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final LocalDate LATEST_PURCHASE = LocalDate.of(2100, 1, 1);
    private static final int LONGEST_EXTERNAL_ID = 100;
    private static final char UNREADABLE = '\uFFFD';

    private static final Map<String, Source> SOURCES = Map.ofEntries(
            Map.entry("来店", Source.WALK_IN),
            Map.entry("到店", Source.WALK_IN),
            Map.entry("展厅", Source.WALK_IN),
            Map.entry("自然到店", Source.WALK_IN),
            Map.entry("walkin", Source.WALK_IN),
            Map.entry("来电", Source.INBOUND_CALL),
            Map.entry("电话", Source.INBOUND_CALL),
            Map.entry("call", Source.INBOUND_CALL),
            Map.entry("incomingcall", Source.INBOUND_CALL),
            Map.entry("行商", Source.FIELD_SALES),
            Map.entry("外拓", Source.FIELD_SALES),
            Map.entry("outsideselling", Source.FIELD_SALES),
            Map.entry("促销活动", Source.PROMOTION_EVENT),
            Map.entry("活动", Source.PROMOTION_EVENT),
            Map.entry("车展", Source.PROMOTION_EVENT),
            Map.entry("巡展", Source.PROMOTION_EVENT),
            Map.entry("event", Source.PROMOTION_EVENT),
            Map.entry("老用户介绍", Source.REFERRAL),
            Map.entry("老客户介绍", Source.REFERRAL),
            Map.entry("转介绍", Source.REFERRAL),
            Map.entry("介绍", Source.REFERRAL),
            Map.entry("referral", Source.REFERRAL),
            Map.entry("助销", Source.CO_SELLING),
            Map.entry("助销联合体", Source.CO_SELLING),
            Map.entry("coselling", Source.CO_SELLING),
            Map.entry("上海大众分配", Source.HQ_ALLOCATED),
            Map.entry("上汽大众分配", Source.HQ_ALLOCATED),
            Map.entry("厂家分配", Source.HQ_ALLOCATED),
            Map.entry("总部分配", Source.HQ_ALLOCATED),
            Map.entry("厂家线索", Source.HQ_ALLOCATED),
            Map.entry("hq", Source.HQ_ALLOCATED),
            Map.entry("800电话", Source.HOTLINE_800),
            Map.entry("800", Source.HOTLINE_800),
            Map.entry("市场开拓", Source.MARKET_DEVELOPMENT),
            Map.entry("marketdevelopment", Source.MARKET_DEVELOPMENT),
            Map.entry("其它途径", Source.OTHER),
            Map.entry("其他途径", Source.OTHER),
            Map.entry("其它", Source.OTHER),
            Map.entry("其他", Source.OTHER),
            Map.entry("other", Source.OTHER));
    private static final Map<String, CardContent.Gender> GENDERS = Map.of(
            "男", CardContent.Gender.MALE,
            "先生", CardContent.Gender.MALE,
            "m", CardContent.Gender.MALE,
            "女", CardContent.Gender.FEMALE,
            "女士", CardContent.Gender.FEMALE,
            "小姐", CardContent.Gender.FEMALE,
            "f", CardContent.Gender.FEMALE,
            "未知", CardContent.Gender.UNKNOWN);
    private static final Map<String, CardContent.PaymentWay> PAYMENTS = Map.of(
            "全款", CardContent.PaymentWay.CASH_FULL,
            "现金", CardContent.PaymentWay.CASH_FULL,
            "贷款", CardContent.PaymentWay.LOAN,
            "按揭", CardContent.PaymentWay.LOAN,
            "分期", CardContent.PaymentWay.LOAN,
            "租赁", CardContent.PaymentWay.LEASE);
    private static final Map<String, CardContent.PurchaseType> PURCHASES = Map.of(
            "首购", CardContent.PurchaseType.FIRST,
            "新购", CardContent.PurchaseType.FIRST,
            "换购", CardContent.PurchaseType.REPLACE,
            "置换", CardContent.PurchaseType.REPLACE,
            "增购", CardContent.PurchaseType.ADDITIONAL);
    private static final Map<String, PurchaseBand> BANDS = Map.of(
            "7日内", PurchaseBand.DAYS_0_7,
            "7天内", PurchaseBand.DAYS_0_7,
            "815日", PurchaseBand.DAYS_8_15,
            "1630日", PurchaseBand.DAYS_16_30,
            "一个月内", PurchaseBand.DAYS_16_30,
            "3190日", PurchaseBand.DAYS_31_90,
            "三个月内", PurchaseBand.DAYS_31_90,
            "更晚或未定", PurchaseBand.LATER_OR_UNKNOWN,
            "未定", PurchaseBand.LATER_OR_UNKNOWN);

    /**
     * What the sheet itself does not say.
     *
     * @param source       the source of rows that name none
     * @param sourceDetail its detail, where the card needs one
     * @param consultants  consultants by sign-in name and by name
     * @param now          when the import began: nothing was received later, and rows without a date were received then
     */
    record Setting(
            boolean from1904,
            ZoneId zone,
            Instant now,
            Source source,
            @Nullable String sourceDetail,
            Map<String, StaffId> consultants) {}

    private final ColumnMapping mapping;
    private final Setting setting;

    RowReader(ColumnMapping mapping, Setting setting) {
        this.mapping = mapping;
        this.setting = setting;
    }

    SheetCustomer read(SheetRow row) {
        List<Field> wrong = new ArrayList<>();
        for (SheetColumn column : SheetColumn.values()) {
            String text = mapping.cell(row, column).text();
            if (text.indexOf(UNREADABLE) >= 0) {
                wrong.add(Field.of(column.field(), "sheet.unreadable"));
            } else if (text.length() > Sheet.LONGEST_CELL) {
                wrong.add(Field.of(column.field(), "field.tooLong", Sheet.LONGEST_CELL));
            }
        }
        if (!wrong.isEmpty()) {
            return new SheetCustomer.Refused(row, wrong);
        }
        Grade grade = grade(row, wrong);
        Instant receivedAt = receivedAt(row, wrong);
        StaffId consultant = consultant(row, wrong);
        String externalId = PlainText.line(text(row, EXTERNAL_ID), LONGEST_EXTERNAL_ID, "externalId", wrong);
        CardContent typed = content(row, wrong);
        try {
            CardContent content = typed.checked();
            if (wrong.isEmpty()) {
                return new SheetCustomer.Readable(row, content, grade, receivedAt, externalId, consultant);
            }
        } catch (FieldsRefused refused) {
            refused.fields().stream().map(RowReader::named).forEach(wrong::add);
        }
        return new SheetCustomer.Refused(row, wrong);
    }

    /** The card's remark is a sheet's comments. */
    private static Field named(Field field) {
        return field.name().equals("remark") ? new Field("comments", field.messageKey(), field.args()) : field;
    }

    private CardContent content(SheetRow row, List<Field> wrong) {
        Origin origin = origin(row);
        LocalDate purchase = null;
        PurchaseBand band = code(row, EXPECTED_PURCHASE, BANDS, PurchaseBand.class);
        if (band == null) {
            purchase = purchase(row, wrong);
        }
        return new CardContent(
                Optional.ofNullable(text(row, CUSTOMER_NAME)).orElse(""),
                CardContent.CustomerType.INDIVIDUAL,
                chosen(row, GENDER, GENDERS, CardContent.Gender.class, wrong),
                SheetNumbers.digits(cell(row, MOBILE)),
                mapping.cell(row, PHONE).isEmpty() ? null : SheetNumbers.digits(cell(row, PHONE)),
                text(row, WECHAT),
                text(row, EMAIL),
                text(row, ADDRESS),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                origin.source(),
                origin.detail(),
                null,
                purchase,
                band,
                several(row, INTENT_MODELS),
                chosen(row, PURCHASE_TYPE, PURCHASES, CardContent.PurchaseType.class, wrong),
                null,
                budget(row, wrong),
                chosen(row, PAYMENT_WAY, PAYMENTS, CardContent.PaymentWay.class, wrong),
                null,
                null,
                several(row, COMPETITORS),
                text(row, CURRENT_CAR),
                null,
                text(row, COMMENTS));
    }

    private record Origin(Source source, @Nullable String detail) {}

    /** A word for the source that we do not know is another way, and the word says which: nothing is lost. */
    private Origin origin(SheetRow row) {
        String written = text(row, SOURCE);
        String detail = text(row, SOURCE_DETAIL);
        if (written == null) {
            return new Origin(setting.source(), detail == null ? setting.sourceDetail() : detail);
        }
        Source source = code(row, SOURCE, SOURCES, Source.class);
        if (source == null) {
            return new Origin(Source.OTHER, detail == null ? written : written + " " + detail);
        }
        boolean sayWord = detail == null && source.needsDetail();
        return new Origin(source, sayWord ? written : detail);
    }

    private Grade grade(SheetRow row, List<Field> wrong) {
        String written = normal(text(row, GRADE)).replace("级", "").toUpperCase(Locale.ROOT);
        if (written.isEmpty()) {
            return Grade.N;
        }
        if (Grade.isGrade(written)) {
            return Grade.valueOf(written);
        }
        wrong.add(Field.of("grade", "sheet.grade"));
        return Grade.N;
    }

    private Instant receivedAt(SheetRow row, List<Field> wrong) {
        if (mapping.cell(row, RECEIVED_AT).isEmpty()) {
            return setting.now();
        }
        Instant at = SheetDates.read(cell(row, RECEIVED_AT), setting.from1904())
                .map(when -> when.atZone(setting.zone()).toInstant())
                .orElse(null);
        if (at == null) {
            wrong.add(Field.of("receivedAt", "sheet.date"));
            return setting.now();
        }
        if (at.isAfter(setting.now())) {
            wrong.add(Field.of("receivedAt", "field.future"));
        } else if (at.isBefore(EARLIEST)) {
            wrong.add(Field.of("receivedAt", "field.tooEarly"));
        }
        return at;
    }

    private @Nullable LocalDate purchase(SheetRow row, List<Field> wrong) {
        if (mapping.cell(row, EXPECTED_PURCHASE).isEmpty()) {
            return null;
        }
        LocalDate day = SheetDates.read(cell(row, EXPECTED_PURCHASE), setting.from1904())
                .map(LocalDateTime::toLocalDate)
                .orElse(null);
        if (day == null || day.isAfter(LATEST_PURCHASE) || day.getYear() < 2000) {
            wrong.add(Field.of("expectedPurchaseDate", "sheet.date"));
            return null;
        }
        return day;
    }

    private @Nullable StaffId consultant(SheetRow row, List<Field> wrong) {
        String written = text(row, CONSULTANT);
        if (written == null) {
            return null;
        }
        StaffId consultant = setting.consultants().get(written);
        if (consultant == null) {
            wrong.add(Field.of("owner", "field.owner"));
        }
        return consultant;
    }

    /** An amount in yuan, or in ten thousands of them: {@code 15万}, {@code 189,900}. */
    private @Nullable BigDecimal budget(SheetRow row, List<Field> wrong) {
        Cell cell = cell(row, BUDGET);
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.number() != null) {
            return cell.number();
        }
        String written = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).replaceAll("[¥￥,\\s元]", "");
        boolean tenThousands = written.endsWith("万");
        String digits = tenThousands ? written.substring(0, written.length() - 1) : written;
        if (!digits.matches("\\d{1,10}(\\.\\d{1,2})?")) {
            wrong.add(Field.of("budget", "field.money"));
            return null;
        }
        BigDecimal amount = new BigDecimal(digits);
        return tenThousands ? amount.movePointRight(4).setScale(2) : amount;
    }

    private List<String> several(SheetRow row, SheetColumn column) {
        String written = text(row, column);
        return written == null
                ? List.of()
                : Arrays.stream(written.split("[、,，;；/\n]"))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    private <E extends Enum<E>> @Nullable E chosen(
            SheetRow row, SheetColumn column, Map<String, E> words, Class<E> kind, List<Field> wrong) {
        E code = code(row, column, words, kind);
        if (code == null && !mapping.cell(row, column).isEmpty()) {
            wrong.add(Field.of(column.field(), "sheet.word"));
        }
        return code;
    }

    /** The code that a cell names, by our code or by a word people use. */
    private <E extends Enum<E>> @Nullable E code(
            SheetRow row, SheetColumn column, Map<String, E> words, Class<E> kind) {
        String written = normal(text(row, column));
        if (written.isEmpty()) {
            return null;
        }
        E known = words.get(written);
        if (known != null) {
            return known;
        }
        return Arrays.stream(kind.getEnumConstants())
                .filter(code -> normal(code.name()).equals(written))
                .findFirst()
                .orElse(null);
    }

    private static String normal(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder normal = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(normal::appendCodePoint);
        return normal.toString();
    }

    private Cell cell(SheetRow row, SheetColumn column) {
        Cell cell = mapping.cell(row, column);
        String read = SafeText.read(cell.text());
        String bare = read.startsWith("'") ? read.substring(1) : read;
        return cell.number() != null || bare.equals(cell.text()) ? cell : Cell.of(bare);
    }

    private @Nullable String text(SheetRow row, SheetColumn column) {
        Cell cell = mapping.cell(row, column);
        String text = SafeText.read(cell.text()).strip();
        return text.isEmpty() ? null : text;
    }
}
