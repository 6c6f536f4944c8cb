local Counter = {}
Counter.__index = Counter
function Counter:add(n) self.count = self.count + n end
local counter = setmetatable({count = 0}, Counter)
for i = 1, 20000000 do counter:add(1) end
print(counter.count)
