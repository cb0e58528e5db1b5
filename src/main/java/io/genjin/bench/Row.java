package io.genjin.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of a seed, taken apart once into what stays and what is another in each copy. */
final class Row {

    private static final Pattern CHANGING =
            Pattern.compile("(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
                    + "|(?<day>\\b20\\d\\d-\\d\\d-\\d\\d)(?=\\D|$)"
                    + "|(?<=\"cardNo\": \")(?<card>\\d+)(?=\")");

    private sealed interface Piece {}

    private record Text(String words) implements Piece {}

    private record Own(UUID id) implements Piece {}

    private record Person(UUID id, boolean consultant) implements Piece {}

    private record Day(LocalDate day) implements Piece {}

    private record Waking(LocalDate day) implements Piece {}

    private record Special(String column) implements Piece {}

    private final List<Piece> pieces = new ArrayList<>();

    Row(String[] cells, List<String> columns, Set<String> special, Set<String> own, Map<String, Boolean> staff) {
        for (int place = 0; place < cells.length; place++) {
            if (place > 0) {
                text("\t");
            }
            if (special.contains(columns.get(place))) {
                pieces.add(new Special(columns.get(place)));
            } else if (columns.get(place).equals("wake_up_date") && !cells[place].equals(Copy.NOTHING)) {
                pieces.add(new Waking(LocalDate.parse(cells[place])));
            } else {
                takeApart(cells[place], own, staff);
            }
        }
        text("\n");
    }

    private void takeApart(String cell, Set<String> own, Map<String, Boolean> staff) {
        Matcher found = CHANGING.matcher(cell);
        int from = 0;
        while (found.find()) {
            String id = found.group("id");
            Piece piece = found.group("day") != null
                    ? new Day(LocalDate.parse(found.group("day")))
                    : found.group("card") != null
                            ? new Special("card_no")
                            : own.contains(id)
                                    ? new Own(UUID.fromString(id))
                                    : staff.containsKey(id)
                                            ? new Person(UUID.fromString(id), Boolean.TRUE.equals(staff.get(id)))
                                            : null;
            if (piece != null) {
                text(cell.substring(from, found.start()));
                pieces.add(piece);
                from = found.end();
            }
        }
        text(cell.substring(from));
    }

    private void text(String words) {
        if (words.isEmpty()) {
            return;
        }
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last) instanceof Text before) {
            pieces.set(last, new Text(before.words() + words));
        } else {
            pieces.add(new Text(words));
        }
    }

    void write(StringBuilder out, Copy copy) {
        for (Piece piece : pieces) {
            if (piece instanceof Text text) {
                out.append(text.words());
            } else if (piece instanceof Own own) {
                out.append(copy.own(own.id()));
            } else if (piece instanceof Person person) {
                out.append(copy.person(person.id(), person.consultant()));
            } else if (piece instanceof Day day) {
                out.append(copy.moved(day.day()));
            } else if (piece instanceof Waking waking) {
                out.append(copy.waking(waking.day()));
            } else if (piece instanceof Special special) {
                out.append(copy.special(special.column()));
            }
        }
    }
}
