using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler.Demo;

/// <summary>What residents of the demonstration say, by item of the catalogue, else by kind. All invented.</summary>
internal static class DemoSayings
{
    private static readonly Dictionary<string, string[]> ByItem = new(StringComparer.Ordinal)
    {
        ["lamp"] = ["客厅顶灯不亮了，换了灯泡也没用", "卫生间的灯一闪一闪", "走廊射灯坏了两个"],
        ["door-window"] = ["阳台推拉门脱轨，关不上", "入户门锁转动有异响", "窗户铰链松了，风大的时候响"],
        ["furniture"] = ["橱柜门铰链掉了", "衣柜滑轨卡住了"],
        ["kitchenware"] = ["抽油烟机不转了", "燃气灶打不着火"],
        ["sanitary-ware"] = ["马桶水箱一直流水", "浴室花洒支架断了", "面盆下水慢"],
        ["water-supply"] = ["厨房水槽下方漏水，柜子都泡湿了", "卫生间龙头关不紧", "水压很小，洗澡出不来水"],
        ["drainage"] = ["卫生间地漏返臭", "阳台下水往上冒水"],
        ["drain-unblocking"] = ["厨房下水道堵了", "洗衣机排水口堵住了，水流到地上"],
        ["socket"] = ["客厅插座没电", "书房跳闸，推不上去"],
        ["wall-seepage"] = ["次卧墙角渗水，墙皮起泡", "卫生间外墙返潮"],
        ["door-access"] = ["单元门禁刷不开", "可视对讲没有声音"],
        ["lift-fault"] = ["电梯按钮按了没反应", "电梯运行有异响"],
        ["burst-pipe"] = ["厨房水管爆了，水已经流到客厅", "卫生间角阀断了，水止不住"],
        ["power-cut"] = ["家里突然没电，走廊也黑了", "整个单元停电了"],
        ["lift-trapped"] = ["电梯停在 9 楼，里面有人", "电梯门打不开，有两个人被困"],
        ["incident"] = ["楼下有人打架", "有人翻围栏进来了"],
        ["public-light"] = ["楼道感应灯不亮", "地下车库照明一闪一闪"],
        ["rubbish"] = ["垃圾桶满了没有人收", "楼道里堆了装修垃圾"],
        ["greenery"] = ["树枝挡住路灯了", "花坛里有棵树歪了"],
        ["parking-blocked"] = ["车位被陌生车辆占了", "消防通道停了一辆车"],
        ["hazard"] = ["儿童乐园的滑梯螺丝松了", "井盖翘起来了，容易绊倒"],
        ["complaint-noise"] = ["楼上装修噪音，午休时段也在施工", "楼下店铺晚上放音乐太响"],
        ["complaint-decoration"] = ["隔壁装修把材料堆在过道", "装修工人在电梯里抽烟"],
        ["complaint-cleaning"] = ["三天没有拖楼道了", "电梯轿厢有异味"],
        ["complaint-service"] = ["上次报的事一直没有人回复", "门岗换班时没有人在"],
        ["ask-fees"] = ["想问一下车位管理费怎么算", "装修押金什么时候退"],
        ["ask-procedure"] = ["办理出入证要带什么材料", "孩子的门禁卡怎么补办"],
        ["suggestion"] = ["建议在东门加一个雨棚", "希望快递柜旁边加一盏灯"],
        ["praise"] = ["昨天师傅修得又快又干净，谢谢", "门岗帮老人提东西，很暖心"],
        ["errand-parcel"] = ["代取快递，放门口柜", "帮忙寄一个文件"],
        ["errand-shopping"] = ["帮忙买一袋米送上楼", "请代买两桶水"],
        ["errand-flowers"] = ["帮忙订一束花，周五送到"],
        ["errand-watering"] = ["出差一周，请帮忙浇阳台的花"],
        ["home-cleaning"] = ["想约一次厨房深度清洁", "周末做一次全屋保洁"],
        ["plant-care"] = ["阳台绿植叶子发黄，请人看看"],
        ["appliance-cleaning"] = ["空调该洗了，约个时间"],
        ["pest-control"] = ["厨房发现小虫，想做一次消杀"],
        ["moving"] = ["下周搬家，想请人帮忙"],
        ["car-wash"] = ["车在地下车库，想约一次洗车"],
    };

    public static string Say(string kind, string? item, Random random)
    {
        var sayings = item is not null && ByItem.TryGetValue(item, out var known) ? known : Plain(kind);
        var tail = Tails[random.Next(Tails.Length)];
        return tail.Length == 0 ? sayings[random.Next(sayings.Length)] : $"{sayings[random.Next(sayings.Length)]}。{tail}";
    }

    private static readonly string[] Tails = ["", "", "我下午都在家", "进门请穿鞋套", "上门前请先打电话", "家里有老人，敲门轻一点", "晚上七点以后方便"];

    private static string[] Plain(string kind) => kind switch
    {
        RequestKinds.Repair => ["家里有个地方坏了，请师傅来看看"],
        RequestKinds.Complaint => ["有件事想反映一下，请管家联系我"],
        RequestKinds.Enquiry => ["想咨询一下小区的服务时间"],
        RequestKinds.Report => ["公共区域有个地方需要处理"],
        RequestKinds.Suggestion => ["有个小建议，请转给负责的同事"],
        RequestKinds.Praise => ["服务很周到，谢谢"],
        RequestKinds.ServiceOrder => ["想预约一项服务，请管家联系我"],
        _ => ["有件事想请管家代办"],
    };

    public static readonly string[] Results = ["已经办好，当面看过", "按您说的办完了", "处理好了，有问题随时找我", "已联系相关同事办结"];

    public static readonly string[] Answers =
    [
        "已经和对方说好，午休时段不再施工，今后每天巡查一次", "查过了，费用按面积和天数算，明细已经发到服务卡上", "谢谢您的建议，已经报给主管，下个月安排",
        "材料带身份证和房产证复印件就可以，到前台十分钟办好", "已经查明原因并整改，您看这样可以吗",
    ];

    public static readonly string[] Messages = ["您好，收到了，马上安排", "师傅大约二十分钟后到，请留意门铃", "正在了解情况，稍后给您回话"];

    public static readonly string[] Replies = ["好的，我在家", "谢谢，辛苦了", "麻烦快一点，水还在流"];

    public static readonly string[] Comments = ["", "", "很快，很干净", "态度好", "来得比说的早", "修好了，就是等得有点久"];

    public static readonly string[] SendBacks = ["还在滴水，没有修好", "用了一天又坏了", "只修了一半"];

    public static readonly string[] Remarks = ["满意，没有别的事", "说师傅很有礼貌", "希望下次早点到", "一切都好", "对结果满意"];

    public static readonly string[] Notes = ["这户上个月换过软管，带整套管件", "住户有腿疾，等门时间长一点", "先电话约好再上门", "楼上已经沟通过两次"];
}
