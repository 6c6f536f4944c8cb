# Writes records.
public type Logger isolated object {
    # Writes a record of level DEBUG.
    #
    # + msg - the message
    # + 'error - the error that the record reports
    # + stackTrace - frames to report with it
    # + keyValues - further keys and values
    public isolated function printDebug(string|PrintableRawTemplate msg, error? 'error = (),
            error:StackFrame[]? stackTrace = (), *KeyValues keyValues);

    # Writes a record of level INFO.
    #
    # + msg - the message
    # + 'error - the error that the record reports
    # + stackTrace - frames to report with it
    # + keyValues - further keys and values
    public isolated function printInfo(string|PrintableRawTemplate msg, error? 'error = (),
            error:StackFrame[]? stackTrace = (), *KeyValues keyValues);

    # Writes a record of level WARN.
    #
    # + msg - the message
    # + 'error - the error that the record reports
    # + stackTrace - frames to report with it
    # + keyValues - further keys and values
    public isolated function printWarn(string|PrintableRawTemplate msg, error? 'error = (),
            error:StackFrame[]? stackTrace = (), *KeyValues keyValues);

    # Writes a record of level ERROR.
    #
    # + msg - the message
    # + 'error - the error that the record reports
    # + stackTrace - frames to report with it
    # + keyValues - further keys and values
    public isolated function printError(string|PrintableRawTemplate msg, error? 'error = (),
            error:StackFrame[]? stackTrace = (), *KeyValues keyValues);

    # Makes a logger that adds keys and values to every record.
    #
    # + keyValues - the keys and values
    # + return - the logger, or an error
    public isolated function withContext(*KeyValues keyValues) returns Logger|error;

    # The least important level that is written.
    #
    # + return - the level
    public isolated function getLevel() returns Level;

    # Changes the least important level that is written.
    #
    # + level - the level
    # + return - an error when the logger has the level of another one
    public isolated function setLevel(Level level) returns error?;
};

# How a logger writes.
public type Config record {|
    # its name for the registry
    string id?;
    # how records are written
    LogFormat format = format;
    # the least important level that is written
    Level level = level;
    # where records go
    readonly & OutputDestination[] destinations = destinations;
    # what every record carries
    readonly & AnydataKeyValues keyValues = {};
    # whether what is marked as sensitive is left out
    boolean enableSensitiveDataMasking = enableSensitiveDataMasking;
|};

# Finds loggers by their names.
public type LoggerRegistry isolated object {
    # The names of all loggers.
    #
    # + return - the names
    public isolated function getIds() returns string[];

    # The logger that has a name.
    #
    # + id - the name
    # + return - the logger, or nil when there is none
    public isolated function getById(string id) returns Logger?;
};

type Context map<anydata|Valuer> & readonly;

isolated class BasicLogger {
    *Logger;

    private final LogFormat format;
    private final readonly & OutputDestination[] destinations;
    private final Context context;
    private final boolean isMasked;
    private final BasicLogger? parent;
    private Level level;

    isolated function init(LogFormat format, Level level, readonly & OutputDestination[] destinations,
            Context context, boolean isMasked, BasicLogger? parent = ()) {
        self.format = format;
        self.level = level;
        self.destinations = destinations;
        self.context = context;
        self.isMasked = isMasked;
        self.parent = parent;
    }

    public isolated function printDebug(string|PrintableRawTemplate msg, error? 'error = (),
            error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
        self.print(DEBUG, msg, 'error, stackTrace, keyValues);
    }

    public isolated function printInfo(string|PrintableRawTemplate msg, error? 'error = (),
            error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
        self.print(INFO, msg, 'error, stackTrace, keyValues);
    }

    public isolated function printWarn(string|PrintableRawTemplate msg, error? 'error = (),
            error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
        self.print(WARN, msg, 'error, stackTrace, keyValues);
    }

    public isolated function printError(string|PrintableRawTemplate msg, error? 'error = (),
            error:StackFrame[]? stackTrace = (), *KeyValues keyValues) {
        self.print(ERROR, msg, 'error, stackTrace, keyValues);
    }

    public isolated function withContext(*KeyValues keyValues) returns Logger|error {
        map<anydata|Valuer> all = self.parent is () ? {} : {...self.context};
        foreach [string, Value] [key, value] in keyValues.entries() {
            all[key] = value is anydata|Valuer ? value : evaluateTemplate(value, self.isMasked);
        }
        return new BasicLogger(self.format, self.getLevel(), self.destinations, all.cloneReadOnly(), self.isMasked, self);
    }

    public isolated function getLevel() returns Level {
        BasicLogger? parent = self.parent;
        if parent is BasicLogger {
            return parent.getLevel();
        }
        lock {
            return self.level;
        }
    }

    public isolated function setLevel(Level level) returns error? {
        if self.parent !is () {
            return error Error("Unsupported operation: cannot set log level on a child logger. "
                + "Child loggers inherit their level from the parent logger.");
        }
        lock {
            self.level = level;
        }
    }

    isolated function print(Level recordLevel, string|PrintableRawTemplate msg, error? 'error,
            error:StackFrame[]? stackTrace, KeyValues keyValues) {
        Value named = keyValues["module"];
        string module = named is () ? callerModule() : named.toString();
        Level least = modules[module]?.level ?: self.getLevel();
        if weight(recordLevel) < weight(least) {
            return;
        }
        map<anydata> entry = {time: currentTime(), level: recordLevel, module};
        entry["message"] = msg is string ? msg : evaluateTemplate(msg, self.isMasked);
        addError(entry, 'error, stackTrace);
        foreach [string, Value] [key, value] in self.inContext(keyValues).entries() {
            entry[key] = known(value, self.isMasked);
        }
        writeLine(self.text(entry), self.destinations);
    }

    // What every record of the first logger carries comes first, then the record's own, then what the loggers made of it
    // add. The nearest to the record counts.
    isolated function inContext(map<Value> own) returns map<Value> {
        BasicLogger? parent = self.parent;
        if parent is () {
            return merged({...self.context}, own, true);
        }
        return parent.inContext(merged({...own}, self.context, false));
    }

    isolated function text(map<anydata> entry) returns string {
        if self.format == LOGFMT {
            return logfmtText(entry, self.isMasked);
        }
        return self.isMasked ? toMaskedString(entry) : entry.toJsonString();
    }
}

isolated function merged(map<Value> values, map<Value> more, boolean isReplacing) returns map<Value> {
    foreach [string, Value] [key, value] in more.entries() {
        if isReplacing || !values.hasKey(key) {
            values[key] = value;
        }
    }
    return values;
}

isolated class Registry {
    *LoggerRegistry;

    public isolated function getIds() returns string[] {
        lock {
            return loggers.keys().clone();
        }
    }

    public isolated function getById(string id) returns Logger? {
        lock {
            return loggers[id];
        }
    }
}

final BasicLogger rootLogger = new (format, level, destinations, contextOf(keyValues, {}),
    enableSensitiveDataMasking);
final LoggerRegistry registry = new Registry();
isolated map<Logger> loggers = {root: rootLogger};

# The logger that the functions of this module use.
#
# + return - the logger
public isolated function root() returns Logger => rootLogger;

# Finds loggers by their names.
#
# + return - the registry
public isolated function getLoggerRegistry() returns LoggerRegistry => registry;

# Makes a logger.
#
# + config - how it writes
# + return - the logger, or an error
public isolated function fromConfig(*Config config) returns Logger|Error {
    check validate(config.destinations);
    BasicLogger logger = new (config.format, config.level, config.destinations, contextOf(keyValues, config.keyValues),
        config.enableSensitiveDataMasking);
    string module = callerModule();
    string? id = config?.id;
    string name = id is () ? callerName() : module == "" ? id : module + ":" + id;
    lock {
        if id is string && loggers.hasKey(name) {
            return error Error("Logger with ID '" + name + "' already exists");
        }
        string free = name;
        int count = 2;
        while loggers.hasKey(free) {
            free = string `${name}-${count}`;
            count += 1;
        }
        loggers[free] = logger;
    }
    return logger;
}

isolated function contextOf(AnydataKeyValues general, AnydataKeyValues own) returns Context {
    map<anydata|Valuer> all = {};
    foreach AnydataKeyValues part in [general, own] {
        foreach [string, anydata] [key, value] in part.entries() {
            all[key] = value;
        }
    }
    return all.cloneReadOnly();
}

isolated function weight(Level level) returns int {
    match level {
        DEBUG => {
            return 1;
        }
        INFO => {
            return 2;
        }
        WARN => {
            return 3;
        }
    }
    return 4;
}

isolated function callerModule() returns string = external;

// `module:function`.
isolated function callerName() returns string = external;

isolated function currentTime() returns string = external;
