"""Advances of Windows's Korean faces, U+0020 to U+007E in order, that the facts lack: extracted from the fonts by the author of rhwp
(src/renderer/font_metrics_data.rs, MIT). They agree with all that the facts have of Malgun Gothic and Batang. Syllables are an em wide in
every one, in Malgun Gothic too: a second project (GenOffice's Korean fallback fonts) widens its syllables from 0.92 em to one for it.
"""

from dataclasses import replace

# By family and bold, of 2048.
ADVANCES = {
    ("Malgun Gothic", False): [
        720, 592, 809, 1242, 1128, 1713, 1675, 475, 624, 624, 870, 1435, 448, 840, 448, 811, 1128, 1128, 1128, 1128, 1128, 1128,
        1128, 1128, 1128, 1128, 448, 448, 1435, 1435, 1435, 942, 2006, 1348, 1195, 1300, 1469, 1059, 1021, 1437, 1484, 553, 737,
        1209, 983, 1878, 1567, 1584, 1169, 1584, 1249, 1112, 1093, 1439, 1299, 1953, 1231, 1154, 1193, 624, 1564, 624, 1435, 872,
        557, 1065, 1230, 968, 1233, 1096, 648, 1233, 1185, 504, 504, 1036, 504, 1802, 1184, 1227, 1230, 1233, 724, 887, 706, 1184,
        998, 1508, 952, 1009, 946, 624, 490, 624, 1435,
    ],
    ("Malgun Gothic", True): [
        720, 662, 975, 1245, 1187, 1793, 1755, 577, 733, 733, 934, 1473, 536, 847, 536, 899, 1187, 1187, 1187, 1187, 1187, 1187,
        1187, 1187, 1187, 1187, 536, 536, 1473, 1473, 1473, 926, 2005, 1441, 1305, 1308, 1527, 1103, 1074, 1479, 1576, 635, 882,
        1321, 1049, 1975, 1634, 1590, 1259, 1590, 1339, 1159, 1193, 1497, 1374, 2068, 1338, 1242, 1252, 733, 1564, 733, 1473, 872,
        632, 1112, 1283, 998, 1282, 1126, 763, 1282, 1243, 562, 572, 1137, 562, 1891, 1246, 1269, 1283, 1282, 806, 946, 787, 1246,
        1099, 1629, 1103, 1097, 990, 733, 632, 733, 1473,
    ],
    ("Gulim", False): [
        682, 682, 768, 1536, 1224, 1792, 1408, 580, 768, 768, 1024, 1280, 684, 1280, 684, 854, 1176, 1176, 1176, 1176, 1176, 1176,
        1176, 1176, 1176, 1176, 684, 684, 1280, 1280, 1280, 1110, 2048, 1322, 1386, 1470, 1478, 1280, 1220, 1576, 1496, 552, 1024,
        1300, 1112, 1664, 1432, 1576, 1304, 1584, 1364, 1296, 1192, 1456, 1228, 1832, 1280, 1280, 1280, 1024, 1878, 1024, 1110,
        1024, 682, 1152, 1240, 1172, 1240, 1162, 700, 1240, 1170, 494, 494, 1024, 474, 1764, 1188, 1240, 1240, 1240, 682, 1076, 642,
        1168, 1024, 1536, 1024, 1024, 1024, 1024, 1024, 1024, 1622,
    ],
    ("Dotum", False): [
        684, 684, 854, 1280, 1024, 1878, 1452, 596, 768, 768, 1194, 1192, 768, 1208, 768, 854, 1194, 1194, 1194, 1194, 1194, 1194,
        1194, 1194, 1194, 1194, 696, 696, 1280, 1196, 1280, 1194, 2048, 1366, 1392, 1476, 1484, 1288, 1228, 1536, 1480, 528, 992,
        1344, 1108, 1656, 1428, 1536, 1316, 1536, 1368, 1308, 1194, 1484, 1232, 1828, 1236, 1232, 1236, 1024, 1962, 1024, 1280,
        1024, 680, 1194, 1228, 1144, 1236, 1144, 704, 1224, 1148, 468, 468, 1044, 472, 1878, 1164, 1228, 1232, 1236, 656, 1056, 640,
        1136, 972, 1484, 980, 984, 988, 1024, 1024, 1024, 1620,
    ],
}

# The ellipsis, of 2048: Segoe UI's, after which the Latin was drawn. The author of a Korean report filled eight contents lines with 27
# to 47 of them up to the same right end: with three quarters of an em they end within 1.5 pt of each other, with an em within 17.
ELLIPSIS = {("Malgun Gothic", False): 1501, ("Malgun Gothic", True): 1868}

# The face whose box each has (word-layout 3.4).
BOX = {"Malgun Gothic": "Malgun Gothic", "Gulim": "Batang", "Dotum": "Batang"}


def add(cuts):
    """Adds these advances, of 2048, to the cuts."""
    for (family, bold), advances in ADVANCES.items():
        cut = replace(cuts[BOX[family], False, False], family=family, bold=bold, advances=dict(enumerate(advances, 0x20)))
        if (family, bold) in ELLIPSIS:
            cut.advances[0x2026] = ELLIPSIS[family, bold]
        known = cuts.get(cut.key)
        cuts[cut.key] = replace(cut, advances=known.advances | cut.advances) if known else cut
