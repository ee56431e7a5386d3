package io.quarkiverse.binds.test.data;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.CursorPagination;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;

/** Pages by cursor of entities whose id has several columns. */
@Path("composite")
public class CompositeIdResource {

    @Inject
    Db db;

    /** Leaves three lines of four. */
    @PUT
    public void reset() {
        db.session("h2").createMutationQuery("delete from Seat").executeUpdate();
        db.session("h2").createMutationQuery("delete from Ticket").executeUpdate();
        for (int i = 0; i < 12; i++) {
            Seat seat = new Seat();
            seat.place = new Seat.Place(1 + i / 4, 1 + i % 4);
            seat.guest = i % 5 == 0 ? null : "guest " + i % 2;
            Ticket ticket = new Ticket();
            ticket.line = seat.place.line();
            ticket.number = seat.place.number();
            ticket.guest = seat.guest;
            db.add(seat, ticket);
        }
        db.commit();
    }

    @GET
    @Path("seats")
    public CursorPagination<String> seats(@QueryParam("order") String order, @BeanParam PageParams page) {
        return db.paginateByCursor(db.query(Seat.class, order), page).map(Seat::toString);
    }

    @GET
    @Path("tickets")
    public CursorPagination<String> tickets(@QueryParam("order") String order, @BeanParam PageParams page) {
        return db.paginateByCursor(db.query(Ticket.class, order), page).map(Ticket::toString);
    }
}
