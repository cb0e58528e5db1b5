package io.genjin.prospect.web;

import gg.jte.Content;
import io.genjin.dealership.Dealership;
import io.genjin.journal.JournalEntry;
import io.genjin.prospect.Prospect;
import java.util.List;

/** The card on A4: what the form holds, the last things that happened, room for signatures, and the code that opens it. */
public record PrintCardPage(
        Prospect prospect,
        People people,
        Dealership dealership,
        List<JournalEntry> entries,
        JournalWords words,
        Content code) {}
