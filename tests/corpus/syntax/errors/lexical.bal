function lexical() {
    string a = "not closed
    string b = "bad \q escape \u{110000}";
    int c = 007;
    int d = 0x;
    float e = 1e+;
    int f = 1 § 2 ¬ 3;
    int g = ' ;
    byte[] h = base16 `0`;
    byte[] i = base64 `abc`;
    var j = tag `x`;
    int utf = 1 � + 2;
    int ctrl =  1;
}
