using PropertyCloud.ServiceLevels.Contracts;

namespace PropertyCloud.Butler;

/// <summary>Which closed requests are called back (rulings 9 and 10).</summary>
internal sealed record CallBackPolicy(CallBackMode Mode, int SamplePercent, int Attempts)
{
    public static CallBackPolicy Of(PlanPolicies policies) => new(policies.CallBack, policies.CallBackSamplePercent, Math.Max(1, policies.CallBackAttempts));

    /// <summary>The same answer for the same id, so that repeating changes nothing.</summary>
    public bool Wants(Guid requestId) => Mode switch
    {
        CallBackMode.All => true,
        CallBackMode.Sample => Bucket(requestId) < SamplePercent,
        _ => false,
    };

    /// <summary>0 to 99, from the random end of the id.</summary>
    private static int Bucket(Guid id)
    {
        var bytes = id.ToByteArray();
        return ((bytes[14] << 8) | bytes[15]) % 100;
    }
}
