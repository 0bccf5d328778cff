import {configuration} from '../../welcome/scripts/common.js';
import {either} from '../../welcome/scripts/language.js';

export default configuration(either('监控', 'Cockpit'));
