=== main.bal
import ballerina/file;
import ballerina/io;
import ballerina/lang.runtime;

listener file:Listener inbox = new ({path: "inbox", recursive: true});

isolated string[] seen = [];

isolated function see(file:FileEvent event) {
    lock {
        seen.push(event.operation + " " + checkpanic file:basename(event.name));
    }
}

isolated function awaits(string text) {
    int rounds = 0;
    while rounds < 500 {
        lock {
            if seen.indexOf(text) !is () {
                io:println(text);
                return;
            }
        }
        runtime:sleep(0.02);
        rounds += 1;
    }
    io:println("never: " + text);
}

service "inbox" on inbox {
    remote function onCreate(file:FileEvent event) {
        see(event);
    }

    remote function onDelete(file:FileEvent event) returns error? {
        see(event);
        return error("deleted");
    }
}

service "second" on inbox {
    remote function onModify(file:FileEvent event) {
        see(event);
    }
}

function works() returns error? {
    check io:fileWriteString("inbox/a.txt", "text");
    awaits("create a.txt");
    awaits("modify a.txt");
    check file:createDir("inbox/sub");
    awaits("create sub");
    check io:fileWriteString("inbox/sub/b.txt", "text");
    awaits("create b.txt");
    check file:rename("inbox/sub/b.txt", "inbox/c.txt");
    awaits("delete b.txt");
    awaits("create c.txt");
    check inbox.gracefulStop();
}

public function main() returns error? {
    io:println(new file:Listener({path: "nothing"}), new file:Listener({path: "main.bal"}));
    file:Service deaf = service object {
        remote function onRename(file:FileEvent event) {
        }
    };
    error? refused = trap inbox.attach(deaf);
    io:println(refused is error ? refused.message().substring(0, 29) : "attached");
    _ = start finish();
}

function finish() returns error? {
    runtime:sleep(0.2);
    check works();
    check file:remove("done");
}
=== commands
$ mkdir inbox; touch done; barre run main.bal 2>err & while [ -e done ]; do sleep 0.05; done; kill $!; wait $!; grep -c deleted err
> error FileSystemError ("Folder does not exist: nothing")error FileSystemError ("Unable to find a directory: main.bal")
> At least a single resource re
> create a.txt
> modify a.txt
> create sub
> create b.txt
> delete b.txt
> create c.txt
> 1
