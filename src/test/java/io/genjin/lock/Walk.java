package io.genjin.lock;

import io.genjin.lock.Person.Answer;
import io.genjin.lock.Things.Thing;
import io.genjin.staff.Reach;
import io.genjin.staff.Rights;
import io.genjin.staff.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Walks up to every door of the product as everybody, and writes down each answer that the matrix does not say. */
public final class Walk {

    private static final Thing NOTHING = new Thing("0190b5a0-0000-7000-8000-000000000000", "", null);

    /** Doors that end the walk for whoever goes through them, or that the walk goes through by itself. */
    private static final Set<String> NOT_WALKED = Set.of(
            "POST /demo/clock",
            "PUT /api/v1/demo/clock",
            "GET /error",
            "POST /error",
            "POST /account/sessions/end-others");

    /**
     * What need not be there although the address is right: what the walk takes away itself, a picture that nobody took, news
     * for somebody else, a panel on a page that the duty does not have.
     */
    private static final List<String> MAY_BE_MISSING = List.of(
            "/show-cars/{id}/removal",
            "/show-cars/{id}/checks",
            "/deliveries/{id}/picture",
            "/notices/{id}/read",
            "/notices/{id}/opening",
            "/prospects/{id}/appointments",
            "/prospects/{id}/visits",
            "/prospects/{id}/tool-box",
            "/mobile-reveals",
            "/licence-reveals",
            "/duplicates/looks/newest",
            "/error");

    /** What only HQ does, although the duty is the same by name, and what only the two do who talked with each other. */
    private static final Set<String> ONLY_SOME = Set.of(
            "/dealerships/groups",
            "/dealerships/groups/{id}/members",
            "/dealerships/groups/{id}/departures",
            "/api/v1/dealership-groups",
            "/api/v1/dealership-groups/{id}/members",
            "/api/v1/dealership-groups/{id}/departures",
            "/success-plans/{id}/signature",
            "/api/v1/success-plans/{id}/signature");

    private final List<Route> routes;
    private final Rights rights;
    private final Things things;
    private final Map<Role, Person> people;
    private final Bodies bodies;
    private final Canaries canaries;
    private final int here;
    private final int elsewhere;

    private final AtomicInteger hidden = new AtomicInteger();
    private final AtomicInteger formFirst = new AtomicInteger();
    private final List<String> findings = Collections.synchronizedList(new ArrayList<>());

    Walk(
            List<Route> routes,
            Rights rights,
            Things things,
            Map<Role, Person> people,
            Canaries canaries,
            int here,
            int elsewhere) {
        this.routes = routes.stream()
                .filter(route -> !NOT_WALKED.contains(route.toString()))
                .toList();
        this.rights = rights;
        this.things = things;
        this.people = people;
        this.bodies = new Bodies(people.get(Role.SALES_CONSULTANT));
        this.canaries = canaries;
        this.here = here;
        this.elsewhere = elsewhere;
    }

    private Reach reach(Role role, Route route) {
        String operation = rights.operationOf(route.verb(), route.pattern()).orElseThrow();
        if (operation.equals(Rights.PUBLIC) || operation.equals(Rights.SIGNED_IN)) {
            return Reach.ALL;
        }
        return rights.lines().stream()
                .filter(line -> line.operation().equals(operation))
                .findFirst()
                .orElseThrow()
                .reach()
                .get(role);
    }

    private List<Thing> here(Route route, Predicate<Thing> which) {
        return route.kind()
                .map(kind -> things.of(kind, here).stream().filter(which).toList())
                .orElse(List.of(NOTHING));
    }

    private Answer open(Person by, Route route, Thing thing) {
        return open(by, route, thing, Map.of());
    }

    private Answer open(Person by, Route route, Thing thing, Map<String, Object> fields) {
        Answer answer =
                by.send(route.verb(), route.path(thing), route.body(by, fields), route.type(), "If-Match", "\"1\"");
        if (answer.status() >= 500) {
            findings.add("%s %s: %d".formatted(by, route, answer.status()));
        }
        canaries.in(answer, by).forEach(told -> findings.add("%s %s tells %s".formatted(by, route, told)));
        return answer;
    }

    /** Every route that a duty does not have answers 403 to it, whatever the thing. */
    int refusesWhatIsNotTheirDuty() {
        return each(
                routes,
                route -> people.forEach((role, person) -> {
                    if (reach(role, route) == Reach.NONE) {
                        Thing thing =
                                here(route, one -> true).stream().findFirst().orElse(NOTHING);
                        int status = open(person, route, thing).status();
                        if (status != 403) {
                            findings.add("%s %s: %d instead of 403".formatted(person, route, status));
                        }
                    }
                }));
    }

    /** What belongs to another dealership answers like what does not exist. */
    int knowsNothingOfElsewhere(boolean all) {
        return each(routes, route -> route.kind().ifPresent(kind -> {
            List<Thing> theirs = things.of(kind, elsewhere);
            if (theirs.isEmpty()) {
                findings.add("%s: nothing there to look for".formatted(kind));
                return;
            }
            for (Person person : allowed(route, all)) {
                likeMissing(person, route, theirs.get(0));
            }
            Thing other = theirs.get(0);
            if (!other.part().isEmpty() && !kind.contains("{entry}")) {
                here(route, thing -> true).stream().findFirst().ifPresent(ours -> allowed(route, false)
                        .forEach(person -> likeMissing(person, route, new Thing(ours.id(), other.part(), null))));
            }
        }));
    }

    /** What belongs to a colleague's customer answers a consultant like what does not exist. */
    int knowsNothingOfColleagues(Role role, Predicate<Thing> colleagues) {
        Person person = people.get(role);
        return each(routes, route -> {
            if (reach(role, route) == Reach.OWN) {
                route.kind()
                        .flatMap(kind -> here(route, colleagues).stream().findFirst())
                        .ifPresent(thing -> likeMissing(person, route, thing));
            }
        });
    }

    /** Who may, gets an answer; a wrong or missing field or a state that does not fit is one. */
    int answersWhoMay(Predicate<Route> which, Predicate<Thing> own, boolean all) {
        return each(routes.stream().filter(which).toList(), route -> {
            for (Person person : allowed(route, all)) {
                Predicate<Thing> whose = person == people.get(Role.SALES_CONSULTANT) ? own : thing -> true;
                for (Thing thing : here(route, whose).stream().limit(1).toList()) {
                    int status = open(person, route, thing).status();
                    boolean answered =
                            status != 401 && status != 403 && status != 404 && status != 405 && status != 415;
                    if (!answered
                            && !(status == 404 && mayBeMissing(route, thing))
                            && !ONLY_SOME.contains(route.pattern())) {
                        findings.add("%s %s: %d instead of an answer".formatted(person, route.path(thing), status));
                    }
                }
            }
        });
    }

    /** Whether the address names a thing, or a part of one, for which the walk has only a guess. */
    private static boolean mayBeMissing(Route route, Thing thing) {
        long named = route.pattern().chars().filter(mark -> mark == '{').count();
        long filled = thing == NOTHING ? 0 : thing.part().isEmpty() ? 1 : 2;
        return named > filled || MAY_BE_MISSING.stream().anyMatch(route.toString()::endsWith);
    }

    private void likeMissing(Person person, Route route, Thing thing) {
        Map<String, Object> fields = bodies.of(route);
        Answer answer = open(person, route, thing, fields);
        String missing = UUID.randomUUID().toString();
        Thing none = new Thing(
                route.pattern().contains("{entry}") ? thing.id() : missing,
                thing.part().isEmpty() ? "" : missing,
                null);
        Answer nothing = open(person, route, none, fields);
        if (answer.status() != nothing.status() || !bare(answer, thing).equals(bare(nothing, none))) {
            findings.add("%s %s: %d, but %d for what is missing"
                    .formatted(person, route, answer.status(), nothing.status()));
        } else if (answer.status() == 404) {
            hidden.incrementAndGet();
        } else if (answer.status() != 422 && answer.status() != 428) {
            findings.add("%s %s: %d instead of 404".formatted(person, route, answer.status()));
        } else {
            formFirst.incrementAndGet();
        }
    }

    private static String bare(Answer answer, Thing thing) {
        String text = answer.text();
        if (thing.id().length() > 3) {
            text = text.replace(thing.id(), "-");
        }
        if (thing.part().length() > 3) {
            text = text.replace(thing.part(), "-");
        }
        return text.replaceAll("name=\"_(csrf|once)\" value=\"[^\"]+\"| data-mark=\"[^\"]+\"", "");
    }

    /** Who may take the route: all of them, or the consultant and one other, each route another. */
    private List<Person> allowed(Route route, boolean all) {
        List<Person> may = new ArrayList<>();
        List<Person> others = new ArrayList<>();
        people.forEach((role, person) -> {
            if (role == Role.HQ || reach(role, route) == Reach.NONE) {
                return;
            }
            if (all || role == Role.SALES_CONSULTANT) {
                may.add(person);
            } else if (reach(role, route) == Reach.ALL) {
                others.add(person);
            }
        });
        if (!others.isEmpty()) {
            may.add(others.get(Math.floorMod(route.hashCode(), others.size())));
        }
        return may;
    }

    private interface Visit {
        void to(Route route);
    }

    private int each(List<Route> some, Visit visit) {
        ExecutorService walkers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> walks = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(one -> walkers.submit(() -> {
                        for (int place = one; place < some.size(); place += 4) {
                            visit.to(some.get(place));
                        }
                    }))
                    .toList();
            for (Future<?> walk : walks) {
                walk.get();
            }
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        } finally {
            walkers.shutdownNow();
        }
        return some.size();
    }

    /** To how many looks for somebody else's record the answer was that there is none. */
    int hidden() {
        return hidden.get();
    }

    /** To how many the answer was about the form, before the record was looked for. */
    int formFirst() {
        return formFirst.get();
    }

    /** What was found and not yet told. */
    List<String> findings() {
        List<String> told = findings.stream().sorted().distinct().toList();
        findings.clear();
        return told;
    }
}
