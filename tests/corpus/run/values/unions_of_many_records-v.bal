// Steps of a machine: unions of many records whose fields, not a common tag, tell them apart. Every set of
// them that patterns, tests and defaults leave over has to be found without looking at each subset.
import ballerina/io;

type Place record {|
    int line;
    string file;
|};

type Add record {|
    Place at;
    int addValue;
    Register result?;
|};

type Subtract readonly & record {|
    Place at;
    string subtractValue;
    Register[] operands;
|};

type Multiply record {|
    Place at;
    boolean multiplyValue;
    Register result;
|};

type Divide readonly & record {|
    Place at;
    Place divideValue;
    Register[] operands;
|};

type Negate record {|
    Place at;
    int negateValue;
    Register result;
|};

type Compare readonly & record {|
    Place at;
    string compareValue;
    Register[] operands;
|};

type Load record {|
    Place at;
    boolean loadValue;
    Register result?;
|};

type Store readonly & record {|
    Place at;
    Place storeValue;
    Register[] operands;
|};

type Call record {|
    Place at;
    int callValue;
    Register result;
|};

type Return readonly & record {|
    Place at;
    string returnValue;
    Register[] operands;
|};

type Branch record {|
    Place at;
    boolean branchValue;
    Register result;
|};

type Jump readonly & record {|
    Place at;
    Place jumpValue;
    Register[] operands;
|};

type Push record {|
    Place at;
    int pushValue;
    Register result?;
|};

type Pop readonly & record {|
    Place at;
    string popValue;
    Register[] operands;
|};

type Swap record {|
    Place at;
    boolean swapValue;
    Register result;
|};

type Copy readonly & record {|
    Place at;
    Place copyValue;
    Register[] operands;
|};

type Enter record {|
    Place at;
    int enterValue;
    Register result;
|};

type Leave readonly & record {|
    Place at;
    string leaveValue;
    Register[] operands;
|};

type Catch record {|
    Place at;
    boolean catchValue;
    Register result?;
|};

type Throw readonly & record {|
    Place at;
    Place throwValue;
    Register[] operands;
|};

type Lock record {|
    Place at;
    int lockValue;
    Register result;
|};

type Unlock readonly & record {|
    Place at;
    string unlockValue;
    Register[] operands;
|};

type Wait record {|
    Place at;
    boolean waitValue;
    Register result;
|};

type Wake readonly & record {|
    Place at;
    Place wakeValue;
    Register[] operands;
|};

type Trace record {|
    Place at;
    int traceValue;
    Register result?;
|};

type Halt readonly & record {|
    Place at;
    string haltValue;
    Register[] operands;
|};

type Register record {|
    readonly int number;
    string name?;
|};

type Step Add|Subtract|Multiply|Divide|Negate|Compare|Load|Store|Call|Return|Branch|Jump|Push|Pop|Swap|Copy|Enter|Leave|Catch|Throw|Lock|Unlock|Wait|Wake|Trace|Halt;

function describe(Step step) returns string {
    match step {
        var {addValue: value} => {
            return "add " + value.toString();
        }
        var {subtractValue: value} => {
            return "subtract " + value.toString();
        }
        var {multiplyValue: value} => {
            return "multiply " + value.toString();
        }
        var {divideValue: value} => {
            return "divide " + value.toString();
        }
        var {negateValue: value} => {
            return "negate " + value.toString();
        }
        var {compareValue: value} => {
            return "compare " + value.toString();
        }
        var {loadValue: value} => {
            return "load " + value.toString();
        }
        var {storeValue: value} => {
            return "store " + value.toString();
        }
        var {callValue: value} => {
            return "call " + value.toString();
        }
        var {returnValue: value} => {
            return "return " + value.toString();
        }
        var {branchValue: value} => {
            return "branch " + value.toString();
        }
        var {jumpValue: value} => {
            return "jump " + value.toString();
        }
        var {pushValue: value} => {
            return "push " + value.toString();
        }
        var {popValue: value} => {
            return "pop " + value.toString();
        }
        var {swapValue: value} => {
            return "swap " + value.toString();
        }
        var {copyValue: value} => {
            return "copy " + value.toString();
        }
        var {enterValue: value} => {
            return "enter " + value.toString();
        }
        var {leaveValue: value} => {
            return "leave " + value.toString();
        }
        var {catchValue: value} => {
            return "catch " + value.toString();
        }
        var {throwValue: value} => {
            return "throw " + value.toString();
        }
        var {lockValue: value} => {
            return "lock " + value.toString();
        }
        var {unlockValue: value} => {
            return "unlock " + value.toString();
        }
        var {waitValue: value} => {
            return "wait " + value.toString();
        }
        var {wakeValue: value} => {
            return "wake " + value.toString();
        }
        var {traceValue: value} => {
            return "trace " + value.toString();
        }
        var {haltValue: value} => {
            return "halt " + value.toString();
        }
    }
}

function isSmall(Step step) returns boolean {
    if step is Add {
        return true;
    }
    if step is Subtract {
        return false;
    }
    if step is Multiply {
        return false;
    }
    if step is Divide {
        return false;
    }
    if step is Negate {
        return false;
    }
    if step is Compare {
        return true;
    }
    if step is Load {
        return false;
    }
    if step is Store {
        return true;
    }
    if step is Call {
        return false;
    }
    if step is Return {
        return false;
    }
    if step is Branch {
        return false;
    }
    if step is Jump {
        return false;
    }
    if step is Push {
        return false;
    }
    if step is Pop {
        return true;
    }
    if step is Swap {
        return false;
    }
    if step is Copy {
        return false;
    }
    if step is Enter {
        return true;
    }
    if step is Leave {
        return true;
    }
    if step is Catch {
        return true;
    }
    if step is Throw {
        return true;
    }
    if step is Lock {
        return false;
    }
    if step is Unlock {
        return false;
    }
    if step is Wait {
        return false;
    }
    if step is Wake {
        return false;
    }
    if step is Trace {
        return true;
    }
    return step.at.line == 1 && step.haltValue.length() == 4;
}

public function main() {
    Place & readonly at = {line: 1, file: "a"};
    Step[] steps = [
        {at, addValue: 1},
        {at: {line: 2, file: "b"}, subtractValue: "two", operands: [{number: 1}]},
        {at, divideValue: {line: 7, file: "c"}, operands: []},
        {at, haltValue: "stop", operands: []}
    ];
    foreach Step step in steps {
        io:println(describe(step), " ", isSmall(step)); // @output add 1 true
    }
    // @output subtract two false
    // @output divide {"line":7,"file":"c"} false
    // @output halt stop true
}
