=== sum.bal
import ballerina/test;

@test:Config {groups: ["plain"]}
function adds() {
    test:assertEquals(1 + 1, 2);
}
=== wrong.bal
int x = "text";
=== commands
$ barre test sum.bal --list-groups
> Compiling source
> 	sum.bal
> 
> Running Tests
> 
> 	sum.bal
> 	Following groups are available :
> 	[plain]
$ barre test wrong.bal
> Compiling source
> 	wrong.bal
! wrong.bal:1:9: error: *
exit 1
$ barre test missing.bal
! error: There is no file or folder missing.bal
exit 2
$ barre test sum.bal --code-coverage
! barre test: Barre does not measure code coverage
exit 2
$ barre test sum.bal --groups a --disable-groups b
! barre test: --groups and --disable-groups cannot be given together
exit 2
