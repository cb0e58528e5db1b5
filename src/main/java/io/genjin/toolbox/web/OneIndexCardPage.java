package io.genjin.toolbox.web;

import gg.jte.Content;
import io.genjin.dealership.Dealership;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.web.JournalWords;
import io.genjin.prospect.web.People;
import io.genjin.toolbox.FiledCard;
import java.util.List;

/** The index card of one customer on paper: what the line says, how the dates moved, and the code that opens the record. */
public record OneIndexCardPage(
        FiledCard card,
        Dealership dealership,
        People people,
        List<JournalEntry> moves,
        JournalWords words,
        Content code) {}
