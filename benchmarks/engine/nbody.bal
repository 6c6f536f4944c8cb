import ballerina/io;

type Body record {|
    float x;
    float y;
    float z;
    float vx;
    float vy;
    float vz;
    float mass;
|};

const float SOLAR_MASS = 39.47841760435743;
const float DAYS = 365.24;

function bodies() returns Body[] => [
    {x: 0, y: 0, z: 0, vx: 0, vy: 0, vz: 0, mass: SOLAR_MASS},
    {x: 4.84143144246472090, y: -1.16032004402742839, z: -0.103622044471123109, vx: 0.00166007664274403694 * DAYS, vy: 0.00769901118419740425 * DAYS, vz: -0.0000690460016972063023 * DAYS, mass: 0.000954791938424326609 * SOLAR_MASS},
    {x: 8.34336671824457987, y: 4.12479856412430479, z: -0.403523417114321381, vx: -0.00276742510726411102 * DAYS, vy: 0.00499852801234917238 * DAYS, vz: 0.0000230417297573763929 * DAYS, mass: 0.000285885980666130812 * SOLAR_MASS},
    {x: 12.8943695621391310, y: -15.1111514016986312, z: -0.223307578892655734, vx: 0.00296460137564761618 * DAYS, vy: 0.00237847173959480950 * DAYS, vz: -0.0000296589568540237556 * DAYS, mass: 0.0000436624404335156298 * SOLAR_MASS},
    {x: 15.3796971148509165, y: -25.9193146099879641, z: 0.179258772950371181, vx: 0.00268067772490389322 * DAYS, vy: 0.00162824170038242295 * DAYS, vz: -0.0000951592254519715870 * DAYS, mass: 0.0000515138902046611451 * SOLAR_MASS}
];

function advance(Body[] bs, float dt) {
    int n = bs.length();
    foreach int i in 0 ..< n {
        Body b = bs[i];
        foreach int j in i + 1 ..< n {
            Body c = bs[j];
            float dx = b.x - c.x;
            float dy = b.y - c.y;
            float dz = b.z - c.z;
            float d2 = dx * dx + dy * dy + dz * dz;
            float mag = dt / (d2 * d2.sqrt());
            float bm = b.mass * mag;
            float cm = c.mass * mag;
            b.vx -= dx * cm;
            b.vy -= dy * cm;
            b.vz -= dz * cm;
            c.vx += dx * bm;
            c.vy += dy * bm;
            c.vz += dz * bm;
        }
    }
    foreach Body b in bs {
        b.x += dt * b.vx;
        b.y += dt * b.vy;
        b.z += dt * b.vz;
    }
}

public function main() {
    Body[] bs = bodies();
    foreach int i in 0 ..< 1000000 {
        advance(bs, 0.01);
    }
    io:println(bs[0].x);
}
