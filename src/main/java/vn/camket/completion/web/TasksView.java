package vn.camket.completion.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.camket.completion.TaskList;
import vn.camket.completion.Tasks;
import vn.camket.pledge.DueRating;
import vn.camket.pledge.ThreadKeeping;

/** The home page of everyone who takes part: what to do now, and what comes after. */
@Named
@RequestScoped
public class TasksView {
    @Inject
    Tasks tasks;

    @Inject
    ThreadKeeping threads;

    private List<TaskList> lists = List.of();
    private List<DueRating> ratings = List.of();

    public void open() {
        lists = tasks.own();
        ratings = threads.due();
    }

    /** Self-ratings of personal commitments that the reader owes. */
    public List<DueRating> getRatings() {
        return ratings;
    }

    public List<TaskList> getLists() {
        return lists;
    }

    public boolean isIdle() {
        return lists.isEmpty();
    }
}
