package vn.camket.demonstration;

/** How far a person of the accounts file is in the campaign. */
enum Course {
    NOTHING,
    SECOND_MODULE,
    PLEDGE_LEFT,
    DONE
}
