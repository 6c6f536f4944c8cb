import ballerina/lang.runtime;

# Something that has happened in a folder.
#
# + name - the path of the file
# + operation - `create`, `delete` or `modify`
public type FileEvent record {|
    string name;
    string operation;
|};

# What a listener watches.
#
# + path - the folder
# + recursive - whether the folders in it are watched as well
public type ListenerConfig record {|
    string path;
    boolean recursive = false;
|};

# A service that hears of the files of a folder, by its remote methods `onCreate`, `onDelete` and `onModify`. Each takes a
# `FileEvent`, and only those that are there are called.
public type Service distinct service object {
};

# Watches a folder.
public isolated class Listener {
    # Makes a listener; it watches from its start on.
    #
    # + config - what it watches
    # + return - an error if there is no such folder
    public isolated function init(*ListenerConfig config) returns Error? {
        check self.watchFolder(config.path, config.recursive);
    }

    isolated function watchFolder(string path, boolean recursive) returns Error? = external;

    # Attaches a service. Panics if it has none of the methods.
    #
    # + fileService - the service
    # + name - makes no difference
    # + return - never an error
    public isolated function attach(Service fileService, string[]|string? name = ()) returns error? = external;

    # Detaches a service.
    #
    # + fileService - the service
    # + return - never an error
    public isolated function detach(Service fileService) returns error? = external;

    # Begins to watch.
    #
    # + return - an error if the system cannot watch the folder
    public isolated function 'start() returns error? {
        check self.open();
        _ = start self.run();
    }

    # Stops watching.
    #
    # + return - never an error
    public isolated function gracefulStop() returns error? => self.close();

    # Stops watching.
    #
    # + return - never an error
    public isolated function immediateStop() returns error? => self.close();

    isolated function run() {
        while self.dispatch() {
            runtime:sleep(0.1);
        }
    }

    isolated function open() returns Error? = external;

    isolated function close() = external;

    // Starts the handlers of what has happened since; false when the listener is closed.
    isolated function dispatch() returns boolean = external;
}
