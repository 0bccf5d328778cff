package org.xiaohao.consultation;

/** What a consultation tells its process. */
public interface ConsultationWorkflow {

  /** A consultation is open: its unit is asked for forms. */
  void opened(Consultation consultation);

  /** It was waived, or lapsed: nobody is to act any more. */
  void settled(Consultation consultation);

  /** It has another title. */
  void renamed(Consultation consultation);

  /** Its limit was moved while forms are being collected. */
  void moved(Consultation consultation);
}
